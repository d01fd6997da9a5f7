-- Whether somebody among these people is invisible without skjermet (folkeregisterloven § 10-4): as for leases.
ALTER FUNCTION leieforhold_skjult RENAME TO personer_skjult;
