package org.triviumcrm.marketing.lead;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Finds leads that may be the same person, by one index for each way of being alike. */
@Repository
class LeadTwinRepository {

    private static final String TWINS = """
            with alike as (
                (select id from lead where :email <> '' and lower(email) collate "C" = :email limit 50)
                union
                (select id from lead where :phone <> '' and phone is not null and right(search_digits(phone), 10) = :phone limit 50)
                union
                (select id from lead where :name <> '' and lower(full_name) collate "C" = :name and lower(company) = :company limit 50))
            select l.id, l.name, l.company, l.state, w.name as owner,
                   :email <> '' and lower(l.email) is not distinct from :email as same_email,
                   :phone <> '' and right(search_digits(l.phone), 10) = :phone as same_phone,
                   :name <> '' and lower(l.full_name) is not distinct from :name
                       and lower(l.company) is not distinct from :company as same_name
            from alike a join lead l on l.id = a.id left join person w on w.id = l.owner_id
            where l.id <> :self and %s
            order by l.id desc limit :limit""";

    private final JdbcClient database;

    LeadTwinRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those that the viewer sees, the newest first. */
    List<LeadTwin> of(Viewer viewer, DescribeLead one, int limit) {
        Scope scope = viewer.scope(LeadList.NOUN);
        return database.sql(TWINS.formatted(scope.sql("l")))
                .param("email", one.foldedEmail())
                .param("phone", one.digits())
                .param("name", one.foldedName())
                .param("company", one.foldedCompany())
                .param("self", Objects.requireNonNullElse(one.id(), 0L))
                .param("limit", limit)
                .params(scope.parameters())
                .query(LeadTwin.class)
                .list();
    }
}
