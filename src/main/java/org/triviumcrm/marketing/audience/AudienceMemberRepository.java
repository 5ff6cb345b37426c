package org.triviumcrm.marketing.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.ChosenPeople;
import org.triviumcrm.marketing.people.Joined;
import org.triviumcrm.marketing.people.JoiningRepository;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.people.Place;
import org.triviumcrm.shared.list.MatchingRows;

/** Writes who is on target lists, many in a statement. */
@Repository
class AudienceMemberRepository {

    private static final String OPT_OUT = """
            done as (
                update audience_member m set opted_out_at = :now, opted_out_by = :by, updated_at = :now, version = m.version + 1
                from (select id from audience_member where id in (select wanted.id from wanted) and not opted_out order by id for update) h
                where h.id = m.id returning m.audience_id),
            heads as (select null::bigint as id)""";

    private static final String OPT_IN = """
            done as (
                update audience_member m set opted_out_at = null, opted_out_by = null, updated_at = :now, version = m.version + 1
                from (select id from audience_member where id in (select wanted.id from wanted) and opted_out order by id for update) h
                where h.id = m.id returning m.audience_id),
            heads as (select null::bigint as id)""";

    private static final String PEOPLE =
            "audience_id, customer_id, contact_id, lead_id, source, run_id, created_at, created_by";

    private static final String REMOVE = """
            held as (
                select * from audience_member where id in (select wanted.id from wanted) and not opted_out order by id for update),
            heads as (
                insert into audience_removal (audience_id, people, at, by_person_id)
                select audience_id, count(*), :now, :by from held group by audience_id order by audience_id returning id, audience_id),
            kept as (
                insert into audience_removed (removal_id, %1$s)
                select heads.id, %2$s from held h join heads on heads.audience_id = h.audience_id),
            done as (delete from audience_member m using held h where m.id = h.id returning m.audience_id)""".formatted(PEOPLE, "h." + PEOPLE.replace(", ", ", h."));

    private final JdbcClient database;
    private final JoiningRepository joining;

    AudienceMemberRepository(JdbcClient database, JoiningRepository joining) {
        this.database = database;
        this.joining = joining;
    }

    /** Whether there is such a list for the viewer; it stays until the transaction ends. */
    boolean hold(Viewer viewer, long audienceId) {
        Scope scope = viewer.scope(AudienceList.NOUN);
        return database.sql("select a.id from audience a where a.id = :id and " + scope.sql("a") + " for key share")
                .param("id", audienceId)
                .params(scope.parameters())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Adds whoever was chosen, as far as the viewer sees them. @param runId the action on many records, null for none */
    List<Joined> add(long audienceId, ChosenPeople chosen, AudienceSource source, @Nullable Long runId, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("source", source.name());
        values.put("run_id", runId);
        values.put("created_at", now.atOffset(ZoneOffset.UTC));
        values.put("created_by", by(chosen.viewer()));
        values.put("updated_at", now.atOffset(ZoneOffset.UTC));
        return joining.join(place(audienceId), chosen, values);
    }

    /** Takes off whom a run has added for these records, and who has not opted out since; gives those of the records. */
    List<Long> takeBack(long runId, long audienceId, PersonKind kind, boolean contactsOf, List<Long> ids) {
        return joining.takeBack(place(audienceId), runId, kind, contactsOf, ids);
    }

    private static Place place(long audienceId) {
        return new Place("audience_member", "audience_id", audienceId, "not p.opted_out");
    }

    MembersChanged optOut(Viewer viewer, MatchingRows rows, Instant now) {
        return done(viewer, rows, OPT_OUT, now);
    }

    MembersChanged optIn(Viewer viewer, MatchingRows rows, Instant now) {
        return done(viewer, rows, OPT_IN, now);
    }

    /** Takes those off the lists who have not opted out: who has stays known as such. */
    MembersChanged remove(Viewer viewer, MatchingRows rows, Instant now) {
        return done(viewer, rows, REMOVE, now);
    }

    private MembersChanged done(Viewer viewer, MatchingRows rows, String sql, Instant now) {
        return database.sql("with wanted as materialized (" + rows.sql() + "), " + sql
                        + " select (select count(*) from wanted) as chosen, (select count(*) from done) as done,"
                        + " (select min(audience_id) from done) as audience_id,"
                        + " array(select id from heads where id is not null order by id) as removals,"
                        + " :now::timestamptz as now, :by::bigint as by")
                .params(rows.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by(viewer))
                .query((row, number) -> new MembersChanged(
                        row.getLong("chosen"), row.getLong("done"), (Long) row.getObject("audience_id"), List.of((Long
                                        [])
                                row.getArray("removals").getArray())))
                .single();
    }

    /**
     * Puts those back who were taken off; who was put on the list again meanwhile is there already.
     *
     * @return how many came back, of the removals of lists that the viewer sees
     */
    int restore(Viewer viewer, List<Long> removals, Instant now) {
        Scope scope = viewer.scope(AudienceList.NOUN);
        return database.sql("""
                        with held as (
                            select r.id from audience_removal r
                            where r.id = any(:removals) and r.audience_id in (select a.id from audience a where %2$s)
                            order by r.id for update),
                        back as (
                            insert into audience_member (%1$s, updated_at)
                            select %1$s, :now from audience_removed where removal_id in (select id from held)
                            on conflict do nothing returning id),
                        gone as (delete from audience_removal where id in (select id from held))
                        select count(*) from back""".formatted(PEOPLE, scope.sql("a")))
                .param("removals", removals.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query(Integer.class)
                .single();
    }

    /** Nobody puts those back any more. */
    void forget(Instant before) {
        database.sql("delete from audience_removal where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Long by(Viewer viewer) {
        return viewer.isJob() ? null : viewer.personId();
    }
}
