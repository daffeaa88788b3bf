import type { AttendanceRow, GatheringRow } from '@relais/read-models';
import { placeInWords, type Language, type Place } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { answerWords } from '../../i18n/answering.js';
import { messages } from '../../i18n/messages.js';

const mapOf = (place: Place): string =>
  place.latitude !== undefined && place.longitude !== undefined
    ? `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=17/${place.latitude}/${place.longitude}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(placeInWords(place).toWellFormed())}`;

/** When and where, and which source said so; how many mean to come, where anybody said. */
export const Facts = ({
  row,
  coming,
  titleOf,
  language,
}: {
  row: GatheringRow;
  coming: AttendanceRow | undefined;
  titleOf: (source: string) => string;
  language: Language;
}) => {
  const words = messages[language];
  const place = placeInWords(row.place);
  const According = ({ to }: { to: { source: string } | undefined }) =>
    to ? <span class="quiet">{words.according(titleOf(to.source))}</span> : null;
  return (
    <dl class="facts card">
      <dt>{words.when}</dt>
      <dd>
        <strong>
          <Moment when={row.when} language={language} />
        </strong>
        <According to={row.basis.when} />
      </dd>
      {row.place && place && (
        <>
          <dt>{words.where}</dt>
          <dd>
            <strong>
              <bdi>{place}</bdi>
            </strong>
            <According to={row.basis.place} />
            <a href={mapOf(row.place)} rel="noopener">
              {words.map}
            </a>
          </dd>
        </>
      )}
      {coming && (
        <>
          <dt>{answerWords[language].heading}</dt>
          <dd>{answerWords[language].coming(coming)}</dd>
        </>
      )}
    </dl>
  );
};
