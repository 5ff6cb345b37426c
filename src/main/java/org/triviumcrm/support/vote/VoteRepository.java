package org.triviumcrm.support.vote;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.support.category.ArticleLanguage;

/** Votes on articles, and their sums beside them. */
@Repository
public class VoteRepository {

    private final JdbcClient database;

    VoteRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps what a reader says, instead of what the same reader said before.
     *
     * @param reader a mark that is the same each time
     * @param personId of a colleague; null for readers outside
     */
    public void keep(
            long articleId,
            ArticleLanguage language,
            GiveVote vote,
            String reader,
            @Nullable Long personId,
            Instant now) {
        database.sql("""
                        insert into article_vote (id, article_id, language, person_id, reader, at, helpful, reason, remark)
                        values (nextval('article_vote_seq'), :article, :language, :person, :reader, :now, :helpful, :reason, :remark)
                        on conflict (article_id, reader) do update set language = excluded.language, at = excluded.at,
                            helpful = excluded.helpful, reason = excluded.reason, remark = excluded.remark""")
                .param("article", articleId)
                .param("language", language.name())
                .param("person", personId, Types.BIGINT)
                .param("reader", reader)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("helpful", vote.helpful())
                .param("reason", vote.reason() == null ? null : vote.reason().name(), Types.VARCHAR)
                .param("remark", vote.remark(), Types.VARCHAR)
                .update();
        database.sql("""
                        update article a set helpful = s.helpful, unhelpful = s.unhelpful
                        from (select count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as unhelpful
                              from article_vote where article_id = :article) s
                        where a.id = :article""").param("article", articleId).update();
    }

    /** How many votes came from readers whose mark begins so, since a time. */
    public int count(String readers, Instant since) {
        return database.sql("select count(*) from article_vote where reader >= :from and reader < :to and at >= :since")
                .param("from", readers)
                .param("to", readers + "g")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Feedback.Count> reasons() {
        return database.sql("""
                        select reason, count(*) as votes from article_vote where not helpful group by reason
                        order by votes desc, reason""").query(Feedback.Count.class).list();
    }

    List<Feedback.Standing> worst(int limit) {
        return database.sql("""
                        select id, name, helpful, unhelpful from article where unhelpful > 0 and state <> 'RETIRED'
                        order by unhelpful desc, id desc limit :limit""")
                .param("limit", limit)
                .query(Feedback.Standing.class)
                .list();
    }

    /** @param reason null for all */
    List<UnhelpfulVote> unhelpful(@Nullable VoteReason reason, long before, int limit) {
        return database.sql("""
                        select v.id, v.article_id, a.name, v.language, v.at, v.reason, v.remark, p.name as by
                        from article_vote v
                        join article a on a.id = v.article_id
                        left join person p on p.id = v.person_id
                        where not v.helpful and v.id < :before and (:reason::text is null or v.reason = :reason)
                        order by v.id desc limit :limit""")
                .param("before", before)
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> {
                    String why = row.getString("reason");
                    return new UnhelpfulVote(
                            row.getLong("id"),
                            row.getLong("article_id"),
                            row.getString("name"),
                            ArticleLanguage.valueOf(row.getString("language")),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            why == null ? null : VoteReason.valueOf(why),
                            row.getString("remark"),
                            row.getString("by"));
                })
                .list();
    }
}
