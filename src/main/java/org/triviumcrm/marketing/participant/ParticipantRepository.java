package org.triviumcrm.marketing.participant;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.list.MatchingRows;

/** Writes participants, many in a statement. */
@Repository
class ParticipantRepository {

    /** What became of records that were to take part. */
    enum Outcome {
        ADDED,
        /** Wants neither e-mails nor calls. */
        MUTE,
        /** Takes part already. */
        THERE
    }

    /** One of these, and what became of it. */
    record Added(long id, Outcome outcome) {}

    private static final String STEP_BACK = """
            held as (
                select p.id, p.status, p.campaign_id, coalesce((
                    select s.status
                    from (values ('INVITED', 1, p.invited_at), ('REGISTERED', 2, p.registered_at), ('NO_SHOW', 3, p.no_show_at),
                                 ('ATTENDED', 4, p.attended_at), ('RESPONDED', 5, p.responded_at)) s (status, place, at)
                    where s.at is not null and s.status <> p.status order by s.at desc, s.place desc limit 1), 'CHOSEN') as former
                from campaign_participant p
                where p.id in (select wanted.id from wanted) and p.status <> 'CHOSEN'
                order by p.id for update),
            done as (
                update campaign_participant p set status = h.former, updated_at = :now,
                    invited_at = case h.status when 'INVITED' then null else p.invited_at end,
                    registered_at = case h.status when 'REGISTERED' then null else p.registered_at end,
                    no_show_at = case h.status when 'NO_SHOW' then null else p.no_show_at end,
                    attended_at = case h.status when 'ATTENDED' then null else p.attended_at end,
                    responded_at = case h.status when 'RESPONDED' then null else p.responded_at end
                from held h where h.id = p.id returning p.campaign_id)""";

    private static final String REMOVAL = """
            done as (delete from campaign_participant p where p.id in (select wanted.id from wanted) returning p.campaign_id)""";

    private final JdbcClient database;

    ParticipantRepository(JdbcClient database) {
        this.database = database;
    }

    /** The state of a campaign, which stays so until the transaction ends; empty when the viewer does not see it. */
    Optional<CampaignState> hold(Viewer viewer, long campaignId) {
        Scope scope = viewer.scope("campaign");
        return database.sql("select c.state from campaign c where c.id = :id and " + scope.sql("c") + " for share")
                .param("id", campaignId)
                .params(scope.parameters())
                .query(CampaignState.class)
                .optional();
    }

    /**
     * Adds records of a kind, as far as the viewer sees them.
     *
     * @param contactsOf whether not these customers are meant, but the contacts of them
     * @return what became of those that the viewer sees; of a customer as a whole, when its contacts are meant
     */
    List<Added> add(Addition addition, Viewer viewer, List<Long> ids, boolean contactsOf, Instant now) {
        PersonKind kind = contactsOf ? PersonKind.CONTACT : addition.kind();
        Scope scope = viewer.scope(kind.noun());
        ParticipantStatus status = addition.status();
        boolean timed = status != ParticipantStatus.CHOSEN;
        String chosen = contactsOf ? "r.customer_id = any(:ids) and " + customers(viewer) : "r.id = any(:ids)";
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        if (contactsOf) {
            viewer.scope("customer").parameters().forEach((name, value) -> parameters.put("customer" + name, value));
        }
        return database.sql("""
                        with chosen as (
                            select r.id, %5$s as asked, r.no_email and r.no_call as mute from %1$s r where %2$s and %3$s),
                        added as (
                            insert into campaign_participant (campaign_id, %4$s, status, source, run_id, created_at, created_by,
                                updated_at%6$s)
                            select :campaign, c.id, :status, :source, :run, :now, :by, :now%7$s from chosen c where not c.mute
                            order by c.id on conflict do nothing returning %4$s as id)
                        select c.asked as id, case when max(a.id) is not null then 'ADDED' when bool_and(c.mute) then 'MUTE' else 'THERE' end
                            as outcome
                        from chosen c left join added a on a.id = c.id group by c.asked""".formatted(
                                kind.noun(),
                                chosen,
                                scope.sql("r"),
                                kind.column(),
                                contactsOf ? "r.customer_id" : "r.id",
                                timed ? ", " + status.column() : "",
                                timed ? ", :now" : ""))
                .param("ids", ids.toArray(Long[]::new))
                .param("campaign", addition.campaignId())
                .param("status", status.name())
                .param("source", addition.source().name())
                .param("run", addition.runId(), Types.BIGINT)
                .param("by", viewer.isJob() ? null : viewer.personId(), Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(parameters)
                .query(Added.class)
                .list();
    }

    private static String customers(Viewer viewer) {
        return "r.customer_id in (select seen.id from customer seen where "
                + viewer.scope("customer").sql("seen").replace(":scope", ":customerscope") + ")";
    }

    /**
     * Takes back what a run has added for these records, as far as nothing has been said of it since.
     *
     * @return those of the records for which something was taken back
     */
    List<Long> takeBack(long runId, long campaignId, PersonKind kind, boolean contactsOf, List<Long> ids) {
        String which = contactsOf
                ? "p.contact_id in (select c.id from contact c where c.customer_id = any(:ids))"
                : "p." + kind.column() + " = any(:ids)";
        String asked =
                contactsOf ? "(select c.customer_id from contact c where c.id = p.contact_id)" : "p." + kind.column();
        return database.sql(
                        "with gone as (delete from campaign_participant p where p.campaign_id = :campaign and p.run_id = :run"
                                + " and p.updated_at = p.created_at and " + which + " returning " + asked
                                + " as id) select distinct id from gone")
                .param("campaign", campaignId)
                .param("run", runId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Puts those into a status whose own status and campaign allow it. */
    ParticipantsMoved move(MatchingRows rows, ParticipantStatus to, Instant now) {
        return done(
                rows,
                """
                held as (
                    select p.id from campaign_participant p join campaign c on c.id = p.campaign_id
                    where p.id in (select wanted.id from wanted) and p.status = any(:from) and p.%1$s is null and c.state = any(:states)
                    order by p.id for update of p),
                done as (
                    update campaign_participant p set status = :to, %1$s = :now, updated_at = :now
                    from held h where h.id = p.id returning p.campaign_id)""".formatted(to.column()),
                Map.of(
                        "to", to.name(),
                        "from", to.before().toArray(String[]::new),
                        "states", to.states().toArray(String[]::new),
                        "now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Takes the present status of each back: the latest of those before it counts again. */
    ParticipantsMoved stepBack(MatchingRows rows, Instant now) {
        return done(rows, STEP_BACK, Map.of("now", now.atOffset(ZoneOffset.UTC)));
    }

    ParticipantsMoved remove(MatchingRows rows) {
        return done(rows, REMOVAL, Map.of());
    }

    private ParticipantsMoved done(MatchingRows rows, String sql, Map<String, Object> parameters) {
        return database.sql(
                        "with wanted as materialized (" + rows.sql() + "), " + sql
                                + " select (select count(*) from wanted) as chosen, count(*) as done, min(campaign_id) as campaign_id from done")
                .params(rows.parameters())
                .params(parameters)
                .query(ParticipantsMoved.class)
                .single();
    }

    /**
     * How people are added.
     *
     * @param runId the action on many records that does it, null for none
     */
    record Addition(
            long campaignId,
            PersonKind kind,
            ParticipantStatus status,
            ParticipantSource source,
            @Nullable Long runId) {}
}
