package org.triviumcrm.sales.attribution;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.CampaignRevenue;

/** Campaigns that touched opportunities. Shares and amounts are kept by the database, whoever writes. */
@Repository
class AttributionRepository {

    private final JdbcClient database;

    AttributionRepository(JdbcClient database) {
        this.database = database;
    }

    /** In the order of their first touch. */
    List<Touch> of(Viewer viewer, long opportunityId) {
        Scope scope = viewer.scope("campaign");
        return database.sql("""
                        select t.campaign_id, c.name as campaign, t.first_at, t.last_at, t.kind, p.name as "by", t.said_share / 100.0 as said,
                               t.first_share / 100.0 as first, t.last_share / 100.0 as last, t.even_share / 100.0 as even,
                               t.manual_share / 100.0 as manual, t.first_amount, t.last_amount, t.even_amount, t.manual_amount
                        from opportunity_touch t
                        left join campaign c on c.id = t.campaign_id and %s
                        left join person p on p.id = t.by_person_id
                        where t.opportunity_id = :id order by t.first_at, t.campaign_id""".formatted(scope.sql("c")))
                .param("id", opportunityId)
                .params(scope.parameters())
                .query(Touch.class)
                .list();
    }

    /** What campaigns have won month by month, by an even share, and how many opportunities they touched, by the same share. */
    List<CampaignRevenue.Month> months(Collection<Long> campaignIds) {
        return database.sql("""
                        select campaign_id, month, coalesce(sum(even_amount) filter (where outcome = 'WON'), 0) as won,
                               sum(even_share) / 10000 as opportunities
                        from attribution_month where campaign_id = any(:ids)
                        group by campaign_id, month having sum(opportunities) <> 0 order by campaign_id, month""")
                .param("ids", campaignIds.toArray(Long[]::new))
                .query(CampaignRevenue.Month.class)
                .list();
    }

    /** Changes with whatever a form shows. */
    String version(long opportunityId) {
        return database.sql("""
                        select coalesce(md5(string_agg(concat_ws(':', campaign_id, first_at, said_share), ',' order by campaign_id)), '0')
                        from opportunity_touch where opportunity_id = ?""").param(opportunityId).query(String.class).single();
    }

    /** Two who say what brought the same opportunity come one after the other. */
    void hold(long opportunityId) {
        database.sql("select 1 from opportunity where id = ? for no key update")
                .param(opportunityId)
                .query(Integer.class)
                .single();
    }

    /** A touch that is known already lasts from the earliest to the latest time. */
    void touch(long opportunityId, long campaignId, Instant at, TouchKind kind, @Nullable Long by) {
        database.sql("""
                        insert into opportunity_touch as t (opportunity_id, campaign_id, first_at, last_at, kind, by_person_id)
                        values (:opportunity, :campaign, :at, :at, :kind, :by)
                        on conflict (opportunity_id, campaign_id) do update
                        set first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)""")
                .param("opportunity", opportunityId)
                .param("campaign", campaignId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("by", by, Types.BIGINT)
                .update();
    }

    /**
     * The campaigns that the customer, somebody of theirs or a lead that they were took part in: attended or responded, within the days
     * before the opportunity was opened, or since; and those that brought a lead that they were. What somebody took away stays away.
     */
    void touchByParticipants(long opportunityId, int days, Instant now) {
        database.sql("""
                        insert into opportunity_touch as t (opportunity_id, campaign_id, first_at, last_at, kind)
                        select o.id, f.campaign_id, min(f.at), max(f.at), (array_agg(f.kind order by f.at, f.kind))[1]
                        from opportunity o
                        cross join lateral (
                            select p.campaign_id, x.at, 'PARTICIPATION' as kind
                            from (
                                select * from campaign_participant where customer_id = o.customer_id
                                union all
                                select * from campaign_participant
                                where contact_id in (select id from contact where customer_id = o.customer_id union select o.contact_id)
                                union all
                                select * from campaign_participant
                                where lead_id in (select id from lead where customer_id = o.customer_id or contact_id = o.contact_id)) p
                            cross join lateral (values (p.attended_at), (p.responded_at)) x (at)
                            union all
                            select l.campaign_id, l.created_at, 'LEAD' from lead l
                            where l.campaign_id is not null and (l.customer_id = o.customer_id or l.contact_id = o.contact_id)) f
                        where o.id = :id and f.at between o.opened_on - :days and :now
                          and not exists (select from opportunity_touch_denied d where d.opportunity_id = o.id and d.campaign_id = f.campaign_id)
                        group by o.id, f.campaign_id
                        order by f.campaign_id
                        on conflict (opportunity_id, campaign_id) do update
                        set first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)""")
                .param("id", opportunityId)
                .param("days", days)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The campaigns that are not named have not touched it, whatever is found later. */
    void keepOnly(long opportunityId, List<Long> campaignIds, long by, Instant now) {
        database.sql("""
                        with gone as (
                            delete from opportunity_touch where opportunity_id = :id and campaign_id <> all (:kept)
                            returning opportunity_id, campaign_id)
                        insert into opportunity_touch_denied (opportunity_id, campaign_id, by_person_id, at)
                        select opportunity_id, campaign_id, :by, :now from gone
                        on conflict (opportunity_id, campaign_id) do update set by_person_id = excluded.by_person_id, at = excluded.at""")
                .param("id", opportunityId)
                .param("kept", campaignIds.toArray(Long[]::new))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It has touched it after all. */
    void admit(long opportunityId, long campaignId) {
        database.sql("delete from opportunity_touch_denied where opportunity_id = ? and campaign_id = ?")
                .params(opportunityId, campaignId)
                .update();
    }

    /** It was on another day; a later touch that is known as well stays the last. */
    void begin(long opportunityId, long campaignId, Instant at) {
        database.sql("""
                        update opportunity_touch
                        set first_at = :at, last_at = case when last_at = first_at then :at else greatest(last_at, :at) end
                        where opportunity_id = :opportunity and campaign_id = :campaign""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("opportunity", opportunityId)
                .param("campaign", campaignId)
                .update();
    }

    /** @param share hundredths of a per cent; null when it is not said any more */
    void say(long opportunityId, long campaignId, @Nullable Integer share) {
        database.sql("""
                        update opportunity_touch set said_share = :share
                        where opportunity_id = :opportunity and campaign_id = :campaign""")
                .param("opportunity", opportunityId)
                .param("campaign", campaignId)
                .param("share", share, Types.INTEGER)
                .update();
    }

    /** Works out shares and amounts anew, where more has changed than campaigns that came or went. */
    void reckon(long opportunityId) {
        database.sql("select opportunity_attribution(array[cast(? as bigint)])")
                .param(opportunityId)
                .query((row, number) -> 0)
                .list();
    }
}
