package org.triviumcrm.marketing.score;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From how many points on something happens, and which leads it has happened to. */
@Repository
class ThresholdRepository {

    private final JdbcClient database;

    ThresholdRepository(JdbcClient database) {
        this.database = database;
    }

    /** A lead that has reached a threshold for the first time. */
    record Reached(
            long leadId, String name, int score, @Nullable Long ownerId) {}

    List<ScoreThreshold> all() {
        return database.sql("""
                        select t.id, t.at_least, t.person_id, p.name as person, t.assigns from score_threshold t
                        left join person p on p.id = t.person_id order by t.at_least, t.id""").query(ScoreThreshold.class).list();
    }

    /** Those who have as many points already are not new to anybody: nothing happens to them. */
    void add(SaveScoreThreshold input, Instant now) {
        long id = database.sql("""
                        insert into score_threshold (at_least, person_id, assigns) values (:atLeast, :person, :assigns) returning id""")
                .param("atLeast", input.atLeast())
                .param("person", input.personId(), java.sql.Types.BIGINT)
                .param("assigns", input.isAssigning())
                .query(Long.class)
                .single();
        database.sql(
                        "insert into lead_threshold (threshold_id, lead_id, at) select :id, l.id, :now from lead l where l.score >= :atLeast")
                .param("id", id)
                .param("atLeast", input.atLeast())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(long id) {
        return database.sql("delete from score_threshold where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Of some leads those that reach a threshold now and had not before; noted, so that it happens once. */
    List<Reached> reached(ScoreThreshold threshold, List<Long> leads, Instant now) {
        return database.sql("""
                        with new as (
                            insert into lead_threshold (threshold_id, lead_id, at)
                            select :id, l.id, :now from lead l
                            where l.id = any (:leads) and l.score >= :atLeast and l.state in ('NEW', 'WORKING')
                            on conflict do nothing returning lead_id
                        )
                        select l.id as lead_id, l.name, l.score, l.owner_id from lead l join new n on n.lead_id = l.id order by l.id""")
                .param("id", threshold.id())
                .param("leads", leads.toArray(Long[]::new))
                .param("atLeast", threshold.atLeast())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Reached.class)
                .list();
    }
}
