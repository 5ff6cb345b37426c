package org.triviumcrm.support.visitor;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How visitors found their talks. */
@Repository
class RatingRepository {

    private final JdbcClient database;

    RatingRepository(JdbcClient database) {
        this.database = database;
    }

    void rate(long chatId, int rating, @Nullable String remark) {
        database.sql("update chat set rating = :rating, remark = coalesce(:remark, remark) where id = :id")
                .param("id", chatId)
                .param("rating", rating)
                .param("remark", remark, Types.VARCHAR)
                .update();
    }
}
