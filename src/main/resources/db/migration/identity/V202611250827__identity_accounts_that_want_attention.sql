-- Who has never signed in, and which accounts are closed at present.
CREATE INDEX sign_in_success ON sign_in (person_id) WHERE outcome = 'SIGNED_IN';
CREATE INDEX sign_in_guard_closed ON sign_in_guard (closed_until) WHERE closed_until IS NOT NULL;
