import { SetMetadata } from '@nestjs/common';

export const showsThePast = 'shows-the-past';

/** What it shows is made of read models alone, so that `?le=` shows it as it was. */
export const ShowsThePast = () => SetMetadata(showsThePast, true);
