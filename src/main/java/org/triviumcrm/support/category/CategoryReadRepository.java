package org.triviumcrm.support.category;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the tree. */
@Repository
class CategoryReadRepository {

    private final JdbcClient database;

    CategoryReadRepository(JdbcClient database) {
        this.database = database;
    }

    List<CategoryRow> tree() {
        return database.sql("""
                        select c.id, c.parent_id, c.name, c.active, coalesce(a.articles, 0) as articles, coalesce(a.published, 0) as published
                        from article_category c
                        left join article_category p on p.id = c.parent_id
                        left join (select article_category_id as id, count(*) as articles, count(*) filter (where state = 'PUBLISHED') as published
                                   from article group by 1) a on a.id = c.id
                        order by coalesce(p.position, c.position), coalesce(p.id, c.id), c.parent_id is not null, c.position, c.id""").query(CategoryRow.class).list();
    }
}
