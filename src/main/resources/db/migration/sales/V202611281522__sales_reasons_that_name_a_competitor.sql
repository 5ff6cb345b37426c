-- whoever loses an opportunity for such a reason says to whom
ALTER TABLE lost_reason ADD COLUMN needs_competitor boolean NOT NULL DEFAULT false;
ALTER TABLE lost_reason_aud ADD COLUMN needs_competitor boolean;
