package org.triviumcrm.marketing.participant;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleScope;

/**
 * Finds participants of one campaign by name, company, telephone and e-mail. Who has all pairs of the characters typed comes from
 * the indexes of customers, contacts and leads; that each word really stands there is looked at afterwards.
 */
@Repository
class GuestRepository {

    private static final int CAP = 500;

    private static final String FOUND = """
            with found as materialized (
                (select cp.id from customer r join campaign_participant cp on cp.customer_id = r.id and cp.campaign_id = :campaign
                 where r.search_pieces @> search_pieces(:text) limit %1$d)
                union (select cp.id from contact r join campaign_participant cp on cp.contact_id = r.id and cp.campaign_id = :campaign
                 where r.search_pieces @> search_pieces(:text) limit %1$d)
                union (select cp.id from customer k join contact r on r.customer_id = k.id
                 join campaign_participant cp on cp.contact_id = r.id and cp.campaign_id = :campaign
                 where k.search_pieces @> search_pieces(:text) limit %1$d)
                union (select cp.id from lead r join campaign_participant cp on cp.lead_id = r.id and cp.campaign_id = :campaign
                 where r.search_pieces @> search_pieces(:text) limit %1$d))
            select cp.id, coalesce(k.name, c.name, l.name) as name, coalesce(e.name, l.company) as company,
                   coalesce(k.phone, c.mobile, c.phone, l.phone) as phone, cp.kind, cp.status, cp.attended_at
            from found f
            join campaign_participant cp on cp.id = f.id
            left join customer k on k.id = cp.customer_id
            left join contact c on c.id = cp.contact_id
            left join customer e on e.id = c.customer_id
            left join lead l on l.id = cp.lead_id
            where %2$s %3$s
            order by cp.attended_at is not null, 2, cp.id limit :limit""";

    private static final String SAID = """
            search_fold(concat_ws(' ', k.name, k.email, search_digits(k.phone), c.name, c.email, search_digits(c.phone),
                search_digits(c.mobile), e.name, l.full_name, l.company, l.email, search_digits(l.phone)))""";

    private final JdbcClient database;

    GuestRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those that the viewer sees, who is not here yet first. A telephone number may be typed with blanks and signs. */
    List<Guest> find(Viewer viewer, long campaignId, String typed, int limit) {
        String text = typed.matches("[0-9+() -]*[0-9][0-9+() -]*") ? typed.replaceAll("[^0-9]", "") : typed.strip();
        PeopleScope scope = new PeopleScope(viewer, "campaign");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder each = new StringBuilder();
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
        for (int i = 0; i < words.length; i++) {
            parameters.put("word" + i, words[i]);
            each.append(" and position(search_fold(:word")
                    .append(i)
                    .append(") in ")
                    .append(SAID)
                    .append(") > 0");
        }
        return database.sql(FOUND.formatted(CAP, scope.sql("cp"), each))
                .param("campaign", campaignId)
                .param("text", text)
                .param("limit", limit)
                .params(parameters)
                .query(Guest.class)
                .list();
    }
}
