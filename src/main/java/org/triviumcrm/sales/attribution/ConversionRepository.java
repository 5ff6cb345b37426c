package org.triviumcrm.sales.attribution;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People who came to campaigns and may have bought: those of whom two wrote at once, so that neither saw the other. */
@Repository
class ConversionRepository {

    /** At a time: nobody who enters people or wins waits for these, but what is changed stays locked until they are done. */
    private static final int MOST = 200;

    private final JdbcClient database;

    ConversionRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Reckons some of them again, after whoever was writing of them is done.
     *
     * @return how many there were, 0 when nobody is left
     */
    @Transactional
    public int settle() {
        return database.sql("select conversion_doubts_settle(?)")
                .param(MOST)
                .query(Integer.class)
                .single();
    }
}
