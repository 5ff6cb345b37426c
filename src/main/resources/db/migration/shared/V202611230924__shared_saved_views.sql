CREATE SEQUENCE saved_view_seq INCREMENT BY 50;

-- Filters, order and columns of a list under a name; query is the part of the list's address that says so.
CREATE TABLE saved_view (
    id         bigint        NOT NULL PRIMARY KEY,
    noun       varchar(50)   NOT NULL,
    person_id  bigint        NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name       varchar(100)  NOT NULL,
    shared     boolean       NOT NULL DEFAULT false,
    query      varchar(8000) NOT NULL,
    created_at timestamptz   NOT NULL,
    updated_at timestamptz   NOT NULL,
    version    int           NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (person_id, noun, lower(name));
CREATE INDEX saved_view_shared ON saved_view (noun) WHERE shared;

-- What a person sees of a list when its address says nothing.
CREATE TABLE list_preference (
    person_id bigint        NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    noun      varchar(50)   NOT NULL,
    view_id   bigint REFERENCES saved_view (id) ON DELETE SET NULL,
    columns   varchar(2000) NOT NULL DEFAULT '',
    page_size int           NOT NULL DEFAULT 0 CHECK (page_size BETWEEN 0 AND 200),
    PRIMARY KEY (person_id, noun)
);
CREATE INDEX list_preference_view ON list_preference (view_id) WHERE view_id IS NOT NULL;
