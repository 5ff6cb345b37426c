package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes opportunities away with their history, and keeps the list of what was taken away. */
@Repository
class PurgeRepository {

    private final JdbcClient database;
    private final JsonMapper json;

    PurgeRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Leaving leaving(long opportunityId) {
        return database.sql("""
                        select (select count(*) from stage_change where opportunity_id = :id) as stage_changes,
                               (select count(*) from state_change where opportunity_id = :id) as state_changes,
                               (select count(*) from opportunity_aud where id = :id) as history,
                               (select count(*) from activity where about_type = 'opportunity' and about_id = :id)
                                   as activities""").param("id", opportunityId).query(Leaving.class).single();
    }

    /** Nobody for what the viewer may not see. */
    LeavingPeople people(Viewer viewer, long opportunityId) {
        Scope scope = viewer.scope("opportunity");
        List<Part> parts = database.sql("""
                        with gone as (select o.id, o.owner_id from opportunity o where o.id = :id and %s)
                        select 'SHARE' as kind, p.name, s.percent, s.amount
                        from gone join opportunity_split s on s.opportunity_id = gone.id and s.ended_at is null
                            join person p on p.id = s.person_id
                        union all
                        select distinct 'MEMBER', p.name, null::numeric, null::numeric
                        from gone join opportunity_member m on m.opportunity_id = gone.id join person p on p.id = m.person_id
                        union all
                        select distinct 'OWNER', p.name, null::numeric, null::numeric
                        from gone join ownership_change c on c.opportunity_id = gone.id and c.from_person_id <> gone.owner_id
                            join person p on p.id = c.from_person_id
                        order by 3 desc nulls last, 2""".formatted(scope.sql("o")))
                .param("id", opportunityId)
                .params(scope.parameters())
                .query(Part.class)
                .list();
        return new LeavingPeople(
                parts.stream().flatMap(Part::share).toList(), named(parts, "MEMBER"), named(parts, "OWNER"));
    }

    private static List<String> named(List<Part> parts, String kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(Part::name)
                .toList();
    }

    private record Part(
            String kind,
            String name,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount) {

        Stream<LeavingPeople.Share> share() {
            return percent == null ? Stream.of() : Stream.of(new LeavingPeople.Share(name, percent, amount));
        }
    }

    void note(OpportunityPage gone, Leaving with, LeavingPeople people, String reason, long by, Instant now) {
        database.sql("""
                        insert into opportunity_purge (id, opportunity_id, name, customer, state, amount, currency, opened_on,
                            closed_on, owner, reason, purged_at, purged_by, stage_changes, state_changes, history, activities,
                            shares)
                        values (nextval('opportunity_purge_seq'), :id, :name, :customer, :state, :amount, :currency, :opened,
                            :closed, :owner, :reason, :now, nullif(cast(:by as bigint), 0), :stageChanges, :stateChanges,
                            :history, :activities, :shares::jsonb)""")
                .param("id", gone.id())
                .param("name", gone.name())
                .param("customer", gone.customer())
                .param("state", gone.state().name())
                .param("amount", gone.amount())
                .param("currency", gone.currency())
                .param("opened", gone.openedOn())
                .param("closed", gone.closedOn())
                .param("owner", gone.owner())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("stageChanges", with.stageChanges())
                .param("stateChanges", with.stateChanges())
                .param("history", with.history())
                .param("activities", with.activities())
                .param("shares", json.writeValueAsString(people.shares()))
                .update();
    }

    /** Not through the entity: its deletion would stand in the history that goes as well. */
    void remove(long opportunityId) {
        database.sql("delete from opportunity_aud where id = :id")
                .param("id", opportunityId)
                .update();
        database.sql("delete from opportunity where id = :id")
                .param("id", opportunityId)
                .update();
    }

    /** The latest first. @param before id of the last one seen, null for the beginning */
    List<Purge> latest(@Nullable Long before, int limit) {
        return database.sql("""
                        select g.id, g.opportunity_id, g.name, g.customer, g.state, g.amount, g.currency, g.opened_on, g.closed_on, g.owner,
                               g.reason, g.purged_at, p.name as purged_by, g.stage_changes, g.state_changes, g.history, g.activities,
                               g.shares
                        from opportunity_purge g left join person p on p.id = g.purged_by
                        where cast(:before as bigint) is null
                           or (g.purged_at, g.id) < (select b.purged_at, b.id from opportunity_purge b where b.id = :before)
                        order by g.purged_at desc, g.id desc limit :limit""")
                .param("before", before, java.sql.Types.BIGINT)
                .param("limit", limit)
                .query(this::purge)
                .list();
    }

    private Purge purge(ResultSet row, int number) throws SQLException {
        return new Purge(
                row.getLong("id"),
                row.getLong("opportunity_id"),
                row.getString("name"),
                row.getString("customer"),
                OpportunityState.valueOf(row.getString("state")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getString("owner"),
                row.getString("reason"),
                row.getTimestamp("purged_at").toInstant(),
                row.getString("purged_by"),
                row.getLong("stage_changes"),
                row.getLong("state_changes"),
                row.getLong("history"),
                row.getLong("activities"),
                json.readValue(row.getString("shares"), new TypeReference<>() {}));
    }
}
