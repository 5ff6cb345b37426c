package org.triviumcrm.support.help;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.markup.Markdown;
import org.triviumcrm.support.article.ArticlePictures;
import org.triviumcrm.support.category.ArticleLanguage;

/** What everybody may read: published words of public articles, and nothing else. */
@Repository
class HelpRepository {

    private static final String PUBLIC = "a.audience = 'PUBLIC' and a.state = 'PUBLISHED' and p.language = :language";
    private static final int SUMMARY = 160;

    private final JdbcClient database;

    HelpRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those with something in them, in their order, each above those below it. */
    List<HelpCategory> categories(ArticleLanguage language) {
        return database.sql("""
                        with filed as (select a.article_category_id as id, count(*) as articles
                                       from article_published p join article a on a.id = p.article_id where %s group by 1),
                             counted as (select c.*, coalesce(f.articles, 0) + coalesce((select sum(g.articles) from article_category b
                                             join filed g on g.id = b.id where b.parent_id = c.id and b.active), 0) as articles
                                         from article_category c left join filed f on f.id = c.id where c.active)
                        select c.id, c.parent_id, coalesce(case when :language = 'ZH' then c.name_zh else c.name_en end, c.name) as name, c.articles
                        from counted c left join counted b on b.id = c.parent_id
                        where c.articles > 0 and (c.parent_id is null or b.id is not null)
                        order by coalesce(b.position, c.position), coalesce(b.id, c.id), c.parent_id is not null, c.position, c.id""".formatted(PUBLIC))
                .param("language", language.name())
                .query(HelpCategory.class)
                .list();
    }

    List<HelpEntry> mostRead(ArticleLanguage language, int limit) {
        return database.sql("""
                        select p.article_id as id, p.title, left(split_part(p.plain, E'\\n', 1), %d) as summary
                        from article a join article_published p on p.article_id = a.id
                        where %s order by a.views desc, a.id desc limit :limit""".formatted(SUMMARY, PUBLIC))
                .param("language", language.name())
                .param("limit", limit)
                .query(HelpEntry.class)
                .list();
    }

    /** By title. */
    List<HelpEntry> of(long categoryId, ArticleLanguage language, int limit) {
        return database.sql("""
                        select p.article_id as id, p.title, left(split_part(p.plain, E'\\n', 1), %d) as summary
                        from article a join article_published p on p.article_id = a.id
                        where a.article_category_id = :category and %s order by p.title collate trivium_words, p.article_id limit :limit""".formatted(SUMMARY, PUBLIC))
                .param("category", categoryId)
                .param("language", language.name())
                .param("limit", limit)
                .query(HelpEntry.class)
                .list();
    }

    Optional<HelpArticle> article(long id, ArticleLanguage language) {
        return database.sql("""
                        select p.article_id, p.title, p.body, left(split_part(p.plain, E'\\n', 1), %d) as summary, p.published_at,
                               (select c.id from article_category c where c.id = a.article_category_id and c.active) as category_id,
                               array(select o.language::text from article_published o where o.article_id = p.article_id order by o.language) as languages
                        from article_published p join article a on a.id = p.article_id
                        where p.article_id = :id and %s""".formatted(SUMMARY, PUBLIC))
                .param("id", id)
                .param("language", language.name())
                .query((row, number) -> new HelpArticle(
                        row.getLong("article_id"),
                        row.getString("title"),
                        Markdown.html(row.getString("body"), ArticlePictures.outside(id, language.tag())),
                        row.getString("summary"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("category_id", Long.class),
                        Arrays.stream((String[]) row.getArray("languages").getArray())
                                .map(ArticleLanguage::valueOf)
                                .toList()))
                .optional();
    }
}
