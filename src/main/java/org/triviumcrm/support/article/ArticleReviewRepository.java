package org.triviumcrm.support.article;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Articles that are to be looked at again. */
@Repository
class ArticleReviewRepository {

    private final JdbcClient database;

    ArticleReviewRepository(JdbcClient database) {
        this.database = database;
    }

    record Due(long id, String name, long ownerId) {}

    /** Whose owner has not been told; each is handed out once. */
    List<Due> take(LocalDate today, int limit) {
        return database.sql("""
                        update article set review_told = true where id in (
                            select id from article where review_on <= :today and not review_told and owner_id is not null and state <> 'RETIRED'
                            order by review_on, id limit :limit for update skip locked)
                        returning id, name, owner_id""")
                .param("today", today)
                .param("limit", limit)
                .query(Due.class)
                .list();
    }
}
