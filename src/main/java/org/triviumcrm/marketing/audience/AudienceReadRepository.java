package org.triviumcrm.marketing.audience;

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
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.Option;

/** Reads around target lists that are no list. */
@Repository
class AudienceReadRepository {

    private static final int SHOWN = 20;

    private final JdbcClient database;

    AudienceReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** One statement: facts, and how many are on it. */
    Optional<AudiencePage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(AudienceList.NOUN);
        return database.sql("""
                        select a.id, a.name, a.note, a.owner_id, a.created_at, a.version,
                               (select name from person where id = a.owner_id) as owner,
                               (select name from team where id = a.team_id) as team,
                               (select coalesce(sum(n.people), 0) from audience_count n
                                where n.audience_id = a.id and not n.opted_out and n.kind = 'CUSTOMER') as customers,
                               (select coalesce(sum(n.people), 0) from audience_count n
                                where n.audience_id = a.id and not n.opted_out and n.kind = 'CONTACT') as contacts,
                               (select coalesce(sum(n.people), 0) from audience_count n
                                where n.audience_id = a.id and not n.opted_out and n.kind = 'LEAD') as leads,
                               (select coalesce(sum(n.people), 0) from audience_count n
                                where n.audience_id = a.id and n.opted_out) as left_out
                        from audience a where a.id = :id and """ + " " + scope.sql("a"))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> new AudiencePage(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("note"),
                        row.getLong("owner_id"),
                        row.getString("owner"),
                        row.getString("team"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("version"),
                        Map.of(
                                PersonKind.CUSTOMER, row.getLong("customers"),
                                PersonKind.CONTACT, row.getLong("contacts"),
                                PersonKind.LEAD, row.getLong("leads")),
                        row.getLong("left_out"),
                        new PeopleScope(viewer, AudienceList.NOUN).isAll()))
                .optional();
    }

    /** The campaigns that it was used for, as far as the viewer sees them, the latest first. */
    List<AudienceUse> uses(Viewer viewer, long id) {
        Scope scope = viewer.scope("campaign");
        return database.sql("""
                        select u.campaign_id, c.name as campaign, u.used_at, p.name as by
                        from audience_use u join campaign c on c.id = u.campaign_id left join person p on p.id = u.used_by
                        where u.audience_id = :id and %s order by u.used_at desc, c.id desc limit %d""".formatted(scope.sql("c"), SHOWN))
                .param("id", id)
                .params(scope.parameters())
                .query(AudienceUse.class)
                .list();
    }

    /** Those who were taken off lately, the latest first. */
    List<AudienceRemoval> removals(long id) {
        return database.sql("""
                        select r.id, r.people, r.at, p.name as by from audience_removal r left join person p on p.id = r.by_person_id
                        where r.audience_id = :id order by r.at desc, r.id desc limit 5""").param("id", id).query(AudienceRemoval.class).list();
    }

    /** The one that the viewer has made or changed last. */
    Optional<Option> latest(Viewer viewer) {
        Scope scope = viewer.scope(AudienceList.NOUN);
        return database.sql("select a.id as value, a.name as text from audience a where a.owner_id = :me and "
                        + scope.sql("a") + " order by a.updated_at desc, a.id desc limit 1")
                .param("me", viewer.personId())
                .params(scope.parameters())
                .query((row, number) -> new Option(row.getLong("value"), row.getString("text")))
                .optional();
    }

    /**
     * What lists are called, of those that the viewer sees of these.
     *
     * @param held whether they stay until the transaction ends
     */
    Map<Long, String> names(Viewer viewer, Collection<Long> ids, boolean held) {
        Scope scope = viewer.scope(AudienceList.NOUN);
        Map<Long, String> names = new HashMap<>();
        database.sql("select a.id, a.name from audience a where a.id = any(:ids) and " + scope.sql("a")
                        + " order by a.id" + (held ? " for key share" : ""))
                .param("ids", ids.toArray(Long[]::new))
                .params(scope.parameters())
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    /** People of this kind who are on a list, as far as the viewer sees them; also those who have opted out of it. */
    MatchingRows members(Viewer viewer, long id, PersonKind kind) {
        Scope scope = viewer.scope(kind.noun());
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("onList", id);
        return new MatchingRows(
                "/" + kind.path(),
                "select m.%1$s from audience_member m join %2$s r on r.id = m.%1$s where m.audience_id = :onList and %3$s"
                        .formatted(kind.column(), kind.noun(), scope.sql("r")),
                parameters);
    }

    /** Notes that people of a list were put into a campaign. @param by null for nobody */
    void use(long id, long campaignId, Instant at, @Nullable Long by) {
        database.sql("""
                        insert into audience_use (campaign_id, audience_id, used_at, used_by) values (:campaign, :id, :at, :by)
                        on conflict (campaign_id, audience_id) do update set used_at = excluded.used_at, used_by = excluded.used_by""")
                .param("campaign", campaignId)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
