-- What articles are filed under, two levels deep. At least one name; what has none in a language goes by the other.
CREATE SEQUENCE article_category_seq INCREMENT BY 50;
CREATE TABLE article_category (
    id         bigint      NOT NULL PRIMARY KEY,
    parent_id  bigint REFERENCES article_category (id),
    position   int         NOT NULL,
    name_en    varchar(100),
    name_zh    varchar(100),
    -- what colleagues of any language read
    name       varchar(203) NOT NULL GENERATED ALWAYS AS (
        CASE WHEN name_en IS NULL OR name_en = name_zh THEN name_zh WHEN name_zh IS NULL THEN name_en ELSE name_en || ' · ' || name_zh END) STORED,
    active     boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT article_category_named CHECK (name_en IS NOT NULL OR name_zh IS NOT NULL),
    CONSTRAINT article_category_not_below_itself CHECK (parent_id <> id)
);
CREATE INDEX article_category_parent ON article_category (parent_id);

CREATE TABLE article_category_aud (
    id        bigint NOT NULL,
    rev       bigint NOT NULL REFERENCES revision (id),
    revtype   smallint,
    parent_id bigint,
    position  int,
    name_en   varchar(100),
    name_zh   varchar(100),
    active    boolean,
    version   int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX article_category_aud_rev ON article_category_aud (rev, id);

-- What people know, for colleagues or for everybody. Its words stand in article_text, a row for each language.
CREATE SEQUENCE article_seq INCREMENT BY 50;
CREATE TABLE article (
    id            bigint       NOT NULL PRIMARY KEY,
    -- the title in its main language
    name          varchar(200) NOT NULL,
    main_language varchar(10)  NOT NULL,
    article_category_id bigint REFERENCES article_category (id),
    audience      varchar(10)  NOT NULL CHECK (audience IN ('INTERNAL', 'PUBLIC')),
    -- published as soon as it is in one language, retired when nothing else is left
    state         varchar(10)  NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    owner_id      bigint REFERENCES person (id),
    -- when somebody is to look whether it still holds; whether the owner was told
    review_on     date,
    review_told   boolean      NOT NULL DEFAULT false,
    -- whether a language lags behind the main one
    outdated      boolean      NOT NULL DEFAULT false,
    views         bigint       NOT NULL DEFAULT 0,
    helpful       int          NOT NULL DEFAULT 0,
    unhelpful     int          NOT NULL DEFAULT 0,
    created_at    timestamptz  NOT NULL,
    updated_at    timestamptz  NOT NULL,
    version       int          NOT NULL DEFAULT 0,
    search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name)) STORED
);
CREATE INDEX article_search ON article USING gin (search_pieces);
CREATE INDEX article_by_name ON article (name COLLATE trivium_words, id) INCLUDE (state);
CREATE INDEX article_name_beginning ON article ((lower(name) COLLATE "C"), id) INCLUDE (name, state);
CREATE INDEX article_by_category ON article (article_category_id, id) INCLUDE (state);
CREATE INDEX article_by_audience ON article (audience, id) INCLUDE (state);
CREATE INDEX article_by_state ON article (state, id);
CREATE INDEX article_by_owner ON article (owner_id, id) INCLUDE (state);
CREATE INDEX article_by_review ON article (review_on, id) INCLUDE (state);
CREATE INDEX article_by_outdated ON article (outdated, id) INCLUDE (state);
CREATE INDEX article_by_views ON article (views, id) INCLUDE (state);
CREATE INDEX article_by_helpful ON article (helpful, id) INCLUDE (state);
CREATE INDEX article_by_unhelpful ON article (unhelpful, id) INCLUDE (state);
CREATE INDEX article_by_creation ON article (created_at, id) INCLUDE (state);
CREATE INDEX article_by_change ON article (updated_at, id) INCLUDE (state);

CREATE TABLE article_aud (
    id            bigint NOT NULL,
    rev           bigint NOT NULL REFERENCES revision (id),
    revtype       smallint,
    name          varchar(200),
    main_language varchar(10),
    article_category_id bigint,
    audience      varchar(10),
    state         varchar(10),
    owner_id      bigint,
    review_on     date,
    version       int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX article_aud_rev ON article_aud (rev, id);

-- The words of an article in a language, as they are worked on. The versions are its history.
CREATE SEQUENCE article_text_seq INCREMENT BY 50;
CREATE TABLE article_text (
    id         bigint       NOT NULL PRIMARY KEY,
    article_id bigint       NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language   varchar(10)  NOT NULL,
    title      varchar(200) NOT NULL,
    body       text         NOT NULL,
    state      varchar(10)  NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    -- whether something was written since it was published
    edited     boolean      NOT NULL DEFAULT false,
    -- when its words last changed, and up to when it says what the main language says
    written_at timestamptz  NOT NULL,
    checked_at timestamptz  NOT NULL,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX article_text_language ON article_text (article_id, language);

CREATE TABLE article_text_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    article_id bigint,
    language   varchar(10),
    title      varchar(200),
    body       text,
    state      varchar(10),
    edited     boolean,
    version    int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX article_text_aud_rev ON article_text_aud (rev, id);

-- What readers get: the words as they were published. Nothing else is searched or shown outside, so what is being written can't leak.
CREATE TABLE article_published (
    text_id      bigint       NOT NULL PRIMARY KEY REFERENCES article_text (id) ON DELETE CASCADE,
    article_id   bigint       NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language     varchar(10)  NOT NULL,
    title        varchar(200) NOT NULL,
    body         text         NOT NULL,
    -- the same without marks, for extracts
    plain        text         NOT NULL,
    -- its words, and pairs of characters where words are not set apart
    document     tsvector     NOT NULL,
    published_at timestamptz  NOT NULL,
    published_by bigint REFERENCES person (id)
);
-- read for each article that a search ranks: quicker when it need not be unpacked
ALTER TABLE article_published ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX article_published_language ON article_published (article_id, language);
CREATE INDEX article_published_document ON article_published USING gin (document);

-- Whether an article helped. Whoever says so again says it instead.
CREATE SEQUENCE article_vote_seq;
CREATE TABLE article_vote (
    id         bigint      NOT NULL PRIMARY KEY,
    article_id bigint      NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    language   varchar(10) NOT NULL,
    -- a person of the company, or a mark of the reader from which the reader can't be told
    person_id  bigint REFERENCES person (id),
    reader     varchar(64) NOT NULL,
    at         timestamptz NOT NULL,
    helpful    boolean     NOT NULL,
    reason     varchar(20) CHECK (reason IN ('UNCLEAR', 'INCOMPLETE', 'OUTDATED', 'WRONG', 'OTHER')),
    remark     varchar(1000),
    CONSTRAINT article_vote_reason CHECK (NOT helpful OR (reason IS NULL AND remark IS NULL))
);
CREATE UNIQUE INDEX article_vote_once ON article_vote (article_id, reader);
CREATE INDEX article_vote_reader ON article_vote (reader, at);
CREATE INDEX article_vote_unhelpful ON article_vote (id) INCLUDE (reason) WHERE NOT helpful;

-- The public site. The secret goes into the marks of readers.
CREATE TABLE help_site (
    the_one boolean      NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    active  boolean      NOT NULL DEFAULT false,
    name_en varchar(100),
    name_zh varchar(100),
    secret  uuid         NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO help_site DEFAULT VALUES;

-- Roles that come along, as a new company has them. Whoever made other roles decides on them.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'support.article.' || verb
FROM role r
JOIN (VALUES ('service_manager', '{view,write,publish,export,manage}'), ('service_agent', '{view,write}'), ('sales_manager', '{view}'),
             ('sales_representative', '{view}')) AS e (built_in, verbs)
    ON e.built_in = r.built_in
CROSS JOIN unnest(e.verbs::text[]) AS verb
ON CONFLICT DO NOTHING;
