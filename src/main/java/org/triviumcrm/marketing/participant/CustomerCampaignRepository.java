package org.triviumcrm.marketing.participant;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads the participations of a customer and of those who work there. */
@Repository
class CustomerCampaignRepository {

    private static final String EACH = """
            select cp.id, c.id as campaign_id, c.name as campaign, %1$s as contact, cp.status,
                coalesce(cp.responded_at, cp.attended_at, cp.no_show_at, cp.registered_at, cp.invited_at, cp.created_at) as at
            from %2$s join campaign c on c.id = cp.campaign_id where %3$s and %4$s""";

    private final JdbcClient database;

    CustomerCampaignRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    Related<Participation> ofCustomer(Viewer viewer, long customerId) {
        PeopleScope scope = new PeopleScope(viewer, "campaign");
        String seen = scope.sql("cp");
        String all = EACH.formatted("null::text", "campaign_participant cp", "cp.customer_id = :customer", seen)
                + " union all "
                + EACH.formatted(
                        "k.name::text",
                        "contact k join campaign_participant cp on cp.contact_id = k.id",
                        "k.customer_id = :customer",
                        seen);
        return Related.of(
                database.sql(Related.sql("select * from (" + all + ") p order by at desc, id desc", "at desc, id desc"))
                        .param("customer", customerId)
                        .params(scope.parameters())
                        .query((row, number) -> new Related.Row<>(
                                new Participation(
                                        row.getLong("campaign_id"),
                                        row.getString("campaign"),
                                        row.getString("contact"),
                                        ParticipantStatus.valueOf(row.getString("status")),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant()),
                                row.getLong("total")))
                        .list(),
                ListLink.to(ParticipantList.PATH).is(ParticipantList.CUSTOMER, customerId));
    }
}
