package org.triviumcrm.support.vote;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often articles were read. */
@Repository
class ViewRepository {

    private final JdbcClient database;

    ViewRepository(JdbcClient database) {
        this.database = database;
    }

    /** In a transaction of its own: whoever reads just now may be in one that only reads. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(Map<Long, Long> views) {
        Map<Long, Long> ordered = new TreeMap<>(views);
        database.sql("""
                        with seen as (select * from unnest(:ids::bigint[], :views::bigint[]) s (id, views)),
                             held as (select a.id from article a join seen s on s.id = a.id order by a.id for update of a)
                        update article a set views = a.views + s.views from seen s join held h on h.id = s.id where a.id = s.id""")
                .param("ids", ordered.keySet().toArray(Long[]::new))
                .param("views", ordered.values().toArray(Long[]::new))
                .update();
    }
}
