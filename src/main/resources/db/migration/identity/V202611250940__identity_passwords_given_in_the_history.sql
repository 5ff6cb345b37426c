-- That somebody was given a password, by whom and when, stands in the history: never which. Nothing is known of earlier ones.
ALTER TABLE person ADD COLUMN password_given_at timestamptz;
ALTER TABLE person_aud ADD COLUMN password_given_at timestamptz;
