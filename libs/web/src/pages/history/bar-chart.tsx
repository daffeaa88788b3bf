/** A figure of a chart: what it counts, and how many. */
export type Figure = Readonly<{ label: string; count: number }>;

/** Figures with bars; the numbers stand beside them, so that nothing is said by length alone. Drawn as SVG: it prints. */
export const BarChart = ({ caption, head, figures }: { caption: string; head: string; figures: readonly Figure[] }) => {
  const most = Math.max(1, ...figures.map(({ count }) => count));
  return (
    <table class="chart">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td>
              <span class="number">{count}</span>
              <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width={((100 * count) / most).toFixed(1)} height="1" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
