package org.triviumcrm.marketing.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.Option;

/** Reads for the page of one campaign, and what is written without its entity. */
@Repository
class CampaignPageRepository {

    private static final String PAGE = """
            select c.*, (select name from marketing_term where id = c.method_id) as method,
                   (select name from campaign where id = c.parent_id) as parent,
                   (select name from annual_plan where id = c.plan_id) as plan,
                   (select name from person where id = c.owner_id) as owner,
                   (select name from team where id = c.team_id) as team,
                   c.state = 'COMPLETED' and exists (select 1 from campaign_from_file f where f.campaign_id = c.id) as mendable,
                   array(select x.product_id from campaign_product x join product p on p.id = x.product_id
                         where x.campaign_id = c.id order by p.name, p.id) as product_ids,
                   array(select p.name from campaign_product x join product p on p.id = x.product_id
                         where x.campaign_id = c.id order by p.name, p.id) as products
            from campaign c where c.id = :id and %s""";

    private final JdbcClient database;

    CampaignPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<CampaignPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(CampaignList.NOUN);
        return database.sql(PAGE.formatted(scope.sql("c")))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional();
    }

    private static CampaignPage read(ResultSet row) throws SQLException {
        return new CampaignPage(
                row.getLong("id"),
                row.getString("name"),
                row.getString("reference"),
                row.getLong("method_id"),
                row.getString("method"),
                row.getString("region"),
                (Long) row.getObject("parent_id"),
                row.getString("parent"),
                (Long) row.getObject("plan_id"),
                row.getString("plan"),
                row.getDate("start_on").toLocalDate(),
                row.getDate("end_on").toLocalDate(),
                row.getString("goal"),
                row.getString("note"),
                (Integer) row.getObject("expected_participants"),
                (Integer) row.getObject("expected_opportunities"),
                row.getBigDecimal("expected_revenue"),
                row.getString("currency"),
                row.getBigDecimal("budget"),
                row.getBigDecimal("base_budget"),
                row.getBigDecimal("base_cost"),
                row.getString("cost_level"),
                CampaignState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                (Long) row.getObject("approval_case_id"),
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getString("team"),
                List.of((Long[]) row.getArray("product_ids").getArray()),
                List.of((String[]) row.getArray("products").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                CustomValues.valueOf(row.getString("custom")),
                row.getBoolean("mendable"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    List<BudgetRow> budget(long id) {
        return database.sql("""
                        select l.category_id, t.name as category, l.amount, l.note
                        from campaign_budget_line l join marketing_term t on t.id = l.category_id
                        where l.campaign_id = :id order by l.position""").param("id", id).query(BudgetRow.class).list();
    }

    /** What has happened in its life, the latest first. */
    List<CampaignChange> life(long id) {
        return database.sql("""
                        select c.from_state, c.to_state, c.at, p.name as by, c.reason, c.stayed_seconds
                        from campaign_state_change c left join person p on p.id = c.by_person_id
                        where c.campaign_id = :id order by c.at desc, c.id desc""").param("id", id).query(CampaignChange.class).list();
    }

    /** The campaigns that are parts of it. */
    Related<Option> parts(Viewer viewer, long id) {
        Scope scope = viewer.scope(CampaignList.NOUN);
        String parts = "select c.id as value, c.name as text, c.start_on from campaign c where c.parent_id = :id and "
                + scope.sql("c") + " order by c.start_on, c.id";
        return Related.of(
                database.sql(Related.sql(parts, "start_on, value"))
                        .param("id", id)
                        .params(scope.parameters())
                        .query((row, n) -> new Related.Row<>(
                                new Option(row.getLong("value"), row.getString("text")), row.getLong("total")))
                        .list(),
                ListLink.to(CampaignList.PATH).is("parent", id));
    }

    /** Before it is put below another: nobody else moves campaigns in the tree until the transaction ends, as its trigger sees to. */
    void lockTreeToMove(long id, long parentId) {
        database.sql("""
                        select pg_advisory_xact_lock(hashtext('campaign tree')) from campaign
                        where id = :id and parent_id is distinct from :parent""").param("id", id).param("parent", parentId).query(row -> {});
    }

    /** Whether {@code id} is above {@code of} in the tree of campaigns, or is it. */
    boolean isAbove(long id, long of) {
        return Boolean.TRUE.equals(database.sql("""
                        with recursive up as (
                            select id, parent_id from campaign where id = :of
                            union
                            select c.id, c.parent_id from campaign c join up on c.id = up.parent_id)
                        select exists (select 1 from up where id = :id)""")
                .param("of", of)
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    /** Regions that are in use, for a form to suggest. */
    List<String> regions() {
        return database.sql("""
                        select region from (select distinct region from campaign where region is not null limit 200) r
                        order by region""").query(String.class).list();
    }

    boolean productsExist(List<Long> ids) {
        return ids.isEmpty()
                || database.sql("select count(*) from product where id = any(:ids)")
                                .param("ids", ids.toArray(new Long[0]))
                                .query(Integer.class)
                                .single()
                        == ids.size();
    }

    /**
     * Notes a change of its state.
     *
     * @param by id of the person, null for nobody
     * @param since when it had come into the state before
     */
    void note(
            long id,
            CampaignState from,
            CampaignState to,
            Instant since,
            Instant at,
            @Nullable Long by,
            @Nullable String reason) {
        database.sql("""
                        insert into campaign_state_change (id, campaign_id, from_state, to_state, at, by_person_id, reason, stayed_seconds)
                        values (nextval('campaign_state_change_seq'), :campaign, :from, :to, :at, :by, :reason, :stayed)""")
                .param("campaign", id)
                .param("from", from.name())
                .param("to", to.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by, java.sql.Types.BIGINT)
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("stayed", Math.max(0, Duration.between(since, at).toSeconds()))
                .update();
    }

    /** Those of some that wait for an approval; all of them stay as they are until the transaction ends. */
    List<Long> locked(List<Long> ids) {
        return database.sql("""
                        select id from (select id, approval_case_id from campaign where id = any(:ids) order by id for update) c
                        where approval_case_id is not null""")
                .param("ids", ids.toArray(new Long[0]))
                .query(Long.class)
                .list();
    }

    /** A case takes hold of it: nothing changes about it until that is decided. A plan is submitted by that. */
    void lock(long id, long caseId, Instant now) {
        hold("""
                with before as (select id, state, state_since from campaign where id = :id),
                noted as (
                    insert into campaign_state_change (id, campaign_id, from_state, to_state, at, by_person_id, stayed_seconds)
                    select nextval('campaign_state_change_seq'), id, state, 'SUBMITTED', :now,
                           (select submitter_id from approval_case where id = :case), %1$s
                    from before where state = 'PLANNED')
                update campaign c set approval_case_id = :case,
                    state = case b.state when 'PLANNED' then 'SUBMITTED' else b.state end,
                    state_since = case b.state when 'PLANNED' then :now else b.state_since end
                from before b where c.id = b.id""", id, caseId, now);
    }

    /** The case lets go of it; what was submitted and not approved is planned again. */
    void unlock(long id, long caseId, Instant now) {
        hold("""
                with before as (select id, state, state_since from campaign where id = :id and approval_case_id = :case),
                noted as (
                    insert into campaign_state_change (id, campaign_id, from_state, to_state, at, reason, stayed_seconds)
                    select nextval('campaign_state_change_seq'), id, state, 'PLANNED', :now,
                           :reason, %1$s
                    from before where state = 'SUBMITTED')
                update campaign c set approval_case_id = null,
                    state = case b.state when 'SUBMITTED' then 'PLANNED' else b.state end,
                    state_since = case b.state when 'SUBMITTED' then :now else b.state_since end
                from before b where c.id = b.id""", id, caseId, now);
    }

    private void hold(String sql, long id, long caseId, Instant now) {
        database.sql(sql.formatted("greatest(0, extract(epoch from (:now - state_since))::bigint)"))
                .param("case", caseId)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", "marketing.campaign.change.notApproved")
                .update();
    }
}
