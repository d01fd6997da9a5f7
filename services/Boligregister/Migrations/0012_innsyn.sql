-- The platform's noen_skjult is the one rule of who sees what is about several people.
DROP FUNCTION soekere_skjult;
DROP FUNCTION personer_skjult;
