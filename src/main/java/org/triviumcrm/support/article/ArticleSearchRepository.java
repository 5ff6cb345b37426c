package org.triviumcrm.support.article;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.support.category.ArticleLanguage;

/**
 * Finds published articles by their words, in one statement. A word counts the more the fewer articles have it, and in a title more
 * than in a text; an article counts the more of the words it has. What many articles have is counted no further than
 * {@value #COMMON}, and of each word no more than {@value #EACH} articles are looked at besides those that have all of them. Each
 * document is taken out of its storage once, however many words are compared with it.
 */
@Repository
class ArticleSearchRepository {

    private static final int COMMON = 1_000;
    private static final int EACH = 120;

    /** Words that are looked for: the rarest of those that were asked. */
    private static final int WORDS = 12;

    private static final String SQL = """
            with asked as (
                select w.place, to_tsquery('english', w.word) as query from unnest(:words::text[]) with ordinality w (word, place)),
            word as materialized (
                select a.query, ln(2 + :common::float8 / n.articles) as weight
                from asked a
                cross join lateral (select count(*) as articles from (select 1 from article_published p where p.document @@ a.query limit :common) few) n
                where numnode(a.query) > 0 and n.articles > 0
                order by n.articles, a.place limit :most),
            found as materialized (
                (select p.text_id from article_published p join article a on a.id = p.article_id
                 where p.document @@ to_tsquery('english', :all) and %1$s limit :each)
                union
                select x.text_id from word w cross join lateral (
                    select p.text_id from article_published p join article a on a.id = p.article_id
                    where p.document @@ w.query and %1$s limit :each) x)
            select p.article_id, p.language, a.audience, p.title, left(p.plain, 20000) as plain, best.score
            from (select f.text_id, s.score * s.words / (select count(*) from word) * case when f.language = :preferred then 2 else 1 end as score
                  from (select p.text_id, p.language, p.document || ''::tsvector as document
                        from found f join article_published p on p.text_id = f.text_id offset 0) f
                  cross join lateral (select count(*) as words, sum(ts_rank('{0.05, 0.1, 0.3, 1}', f.document, w.query, 1) * w.weight) as score
                                      from word w where f.document @@ w.query) s
                  where s.words > 0
                  order by score desc, f.text_id desc limit :limit) best
            join article_published p on p.text_id = best.text_id
            join article a on a.id = p.article_id
            order by best.score desc, p.article_id desc""";

    private final JdbcClient database;

    ArticleSearchRepository(JdbcClient database) {
        this.database = database;
    }

    record Hit(long articleId, String language, String audience, String title, String plain, double score) {}

    /**
     * The best first; an article may come once in each language.
     *
     * @param words as {@link ArticleWords#asked} gives them
     * @param onlyPublic whether for everybody, or for colleagues
     * @param only the one language to look in; null for all
     * @param preferred counts double
     */
    List<Hit> find(
            List<String> words,
            boolean onlyPublic,
            @Nullable ArticleLanguage only,
            @Nullable ArticleLanguage preferred,
            int limit) {
        String shown = "(not :public or a.audience = 'PUBLIC') and (:only::text is null or p.language = :only)";
        return database.sql(SQL.formatted(shown))
                .param("words", words.toArray(String[]::new))
                .param("all", String.join(" & ", words))
                .param("public", onlyPublic)
                .param("only", only == null ? null : only.name(), Types.VARCHAR)
                .param("preferred", preferred == null ? null : preferred.name(), Types.VARCHAR)
                .param("common", COMMON)
                .param("each", EACH)
                .param("most", WORDS)
                .param("limit", limit)
                .query(Hit.class)
                .list();
    }
}
