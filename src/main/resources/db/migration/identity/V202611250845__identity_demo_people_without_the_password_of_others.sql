-- Demo people were made with the password of whoever set the company up: the same hash, salt included. Whoever looked around as
-- one of them could sign in as the administrator. They wait for a temporary password now.
UPDATE person p SET password_hash = NULL, version = p.version + 1
WHERE p.password_hash IS NOT NULL
  AND EXISTS (SELECT 1 FROM person o WHERE o.id < p.id AND o.password_hash = p.password_hash);
