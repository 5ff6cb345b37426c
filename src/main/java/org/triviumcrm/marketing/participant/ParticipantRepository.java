package org.triviumcrm.marketing.participant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.ParticipationUndone;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.people.ChosenPeople;
import org.triviumcrm.marketing.people.Joined;
import org.triviumcrm.marketing.people.JoiningRepository;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.people.Place;
import org.triviumcrm.shared.list.MatchingRows;

/** Writes participants, many in a statement. */
@Repository
class ParticipantRepository {

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
                update campaign_participant p set status = h.former, updated_at = :now, version = p.version + 1,
                    invited_at = case h.status when 'INVITED' then null else p.invited_at end,
                    registered_at = case h.status when 'REGISTERED' then null else p.registered_at end,
                    no_show_at = case h.status when 'NO_SHOW' then null else p.no_show_at end,
                    attended_at = case h.status when 'ATTENDED' then null else p.attended_at end,
                    responded_at = case h.status when 'RESPONDED' then null else p.responded_at end
                from held h where h.id = p.id
                returning p.campaign_id, p.customer_id, p.contact_id, p.lead_id, h.status in ('ATTENDED', 'RESPONDED') as came)""";

    /** For what is no invitation nobody has opted out. */
    private static final String NONE = "opted_out as (select null::bigint as id where false), ";

    /** Who wants neither e-mails nor calls, or has opted out of a target list since they were chosen. */
    private static final String OPTED_OUT = """
            opted_out as (
                select p.id from campaign_participant p
                left join customer u on u.id = p.customer_id left join contact o on o.id = p.contact_id left join lead l on l.id = p.lead_id
                where p.id in (select wanted.id from wanted) and p.status = 'CHOSEN'
                  and (coalesce(u.no_email and u.no_call, o.no_email and o.no_call, l.no_email and l.no_call)
                       or exists (select from audience_member m where m.customer_id = p.customer_id and m.opted_out and m.opted_out_at >= p.created_at)
                       or exists (select from audience_member m where m.contact_id = p.contact_id and m.opted_out and m.opted_out_at >= p.created_at)
                       or exists (select from audience_member m where m.lead_id = p.lead_id and m.opted_out and m.opted_out_at >= p.created_at))),
            """;

    private static final String REMOVAL = """
            done as (delete from campaign_participant p where p.id in (select wanted.id from wanted)
                     returning p.campaign_id, p.customer_id, p.contact_id, p.lead_id, coalesce(p.attended_at, p.responded_at) is not null as came)""";

    private final JdbcClient database;
    private final JoiningRepository joining;

    ParticipantRepository(JdbcClient database, JoiningRepository joining) {
        this.database = database;
        this.joining = joining;
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

    /** A campaign as people come into it. */
    record Named(String name, CampaignState state) {}

    /**
     * Campaigns that the viewer sees of these.
     *
     * @param held whether their states stay so until the transaction ends
     */
    Map<Long, Named> campaigns(Viewer viewer, Collection<Long> campaignIds, boolean held) {
        Scope scope = viewer.scope("campaign");
        Map<Long, Named> campaigns = new HashMap<>();
        database.sql("select c.id, c.name, c.state from campaign c where c.id = any(:ids) and " + scope.sql("c")
                        + " order by c.id" + (held ? " for share" : ""))
                .param("ids", campaignIds.toArray(Long[]::new))
                .params(scope.parameters())
                .query(row -> {
                    campaigns.put(
                            row.getLong("id"),
                            new Named(row.getString("name"), CampaignState.valueOf(row.getString("state"))));
                });
        return campaigns;
    }

    /** Adds whoever was chosen, as far as the viewer sees them. */
    List<Joined> add(Addition addition, ChosenPeople chosen, Instant now) {
        ParticipantStatus status = addition.status();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Viewer viewer = chosen.viewer();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", status.name());
        values.put("source", addition.source().name());
        values.put("run_id", addition.runId());
        values.put("created_at", at);
        values.put("created_by", viewer.isJob() ? null : viewer.personId());
        values.put("updated_at", at);
        if (status != ParticipantStatus.CHOSEN) {
            values.put(status.column(), at);
        }
        return joining.join(place(addition.campaignId()), chosen, values);
    }

    /**
     * Takes back what a run has added for these records, as far as nothing has been said of it since.
     *
     * @return those of the records for which something was taken back
     */
    List<Long> takeBack(long runId, long campaignId, PersonKind kind, boolean contactsOf, List<Long> ids) {
        return joining.takeBack(place(campaignId), runId, kind, contactsOf, ids);
    }

    private static Place place(long campaignId) {
        return new Place("campaign_participant", "campaign_id", campaignId, "p.updated_at = p.created_at");
    }

    /** Puts those into a status whose own status and campaign allow it. Who has opted out meanwhile is not invited. */
    ParticipantsMoved move(MatchingRows rows, ParticipantStatus to, Instant now) {
        return done(
                rows,
                (to == ParticipantStatus.INVITED ? OPTED_OUT : NONE) + """
                held as (
                    select p.id from campaign_participant p join campaign c on c.id = p.campaign_id
                    where p.id in (select wanted.id from wanted) and p.id not in (select id from opted_out) and p.status = any(:from) and p.%1$s is null and c.state = any(:states)
                    order by p.id for update of p),
                done as (
                    update campaign_participant p set status = :to, %1$s = :now, updated_at = :now, version = p.version + 1
                    from held h where h.id = p.id
                    returning p.campaign_id, p.customer_id, p.contact_id, p.lead_id, false as came)""".formatted(to.column()),
                Map.of(
                        "to", to.name(),
                        "from", to.before().toArray(String[]::new),
                        "states", to.states().toArray(String[]::new),
                        "now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Takes the present status of each back: the latest of those before it counts again. */
    ParticipantsMoved stepBack(MatchingRows rows, Instant now) {
        return done(rows, NONE + STEP_BACK, Map.of("now", now.atOffset(ZoneOffset.UTC)));
    }

    ParticipantsMoved remove(MatchingRows rows) {
        return done(rows, NONE + REMOVAL, Map.of());
    }

    private ParticipantsMoved done(MatchingRows rows, String sql, Map<String, Object> parameters) {
        return database.sql("with wanted as materialized (" + rows.sql() + "), " + sql
                        + " select (select count(*) from wanted) as chosen, count(*) as done, (select count(*) from opted_out) as opted_out, min(campaign_id) as campaign_id, "
                        + "array_agg(distinct campaign_id) filter (where came) as campaigns, "
                        + "array_agg(distinct customer_id) filter (where came and customer_id is not null) as customers, "
                        + "array_agg(distinct contact_id) filter (where came and contact_id is not null) as contacts, "
                        + "array_agg(distinct lead_id) filter (where came and lead_id is not null) as leads from done")
                .params(rows.parameters())
                .params(parameters)
                .query((row, number) -> new ParticipantsMoved(
                        row.getLong("chosen"),
                        row.getLong("done"),
                        row.getLong("opted_out"),
                        row.getObject("campaign_id", Long.class),
                        new ParticipationUndone(
                                ids(row, "campaigns"), ids(row, "customers"), ids(row, "contacts"), ids(row, "leads"))))
                .single();
    }

    private static List<Long> ids(ResultSet row, String column) throws SQLException {
        Array ids = row.getArray(column);
        return ids == null ? List.of() : List.of((Long[]) ids.getArray());
    }

    /**
     * How people are added.
     *
     * @param runId the action on many records that does it, null for none
     */
    record Addition(
            long campaignId,
            ParticipantStatus status,
            ParticipantSource source,
            @Nullable Long runId) {}
}
