package org.triviumcrm.support.article;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of words, as the history keeps them: each revision that changed a title or a body. */
@Repository
class VersionRepository {

    private static final int MOST = 200;

    private final JdbcClient database;

    VersionRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. What was published without a change in its words marks the version before. */
    List<ArticleVersion> of(long textId) {
        return database.sql("""
                        with kept as (
                            select a.rev, a.title, a.body, a.state = 'PUBLISHED' and not a.edited as shown,
                                   (a.title, a.body) is distinct from (lag(a.title) over w, lag(a.body) over w) as wrote
                            from article_text_aud a where a.id = :text and a.revtype < 2 window w as (order by a.rev)),
                        numbered as (select k.*, count(*) filter (where k.wrote) over (order by k.rev) as number from kept k)
                        select min(n.rev) as revision, n.number, bool_or(n.shown) as published,
                               (array_agg(n.title order by n.rev))[1] as title, (array_agg(n.body order by n.rev))[1] as body,
                               (select r.at from revision r where r.id = min(n.rev)) as at,
                               (select p.name from revision r join person p on p.id = r.person_id where r.id = min(n.rev)) as by
                        from numbered n group by n.number order by n.number desc limit :most""")
                .param("text", textId)
                .param("most", MOST)
                .query((row, number) -> new ArticleVersion(
                        row.getLong("revision"),
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getBoolean("published")))
                .list();
    }
}
