package org.triviumcrm.sales.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.seal.ContractState;

/** Reads for the page of one contract. */
@Repository
class ContractPageRepository {

    private static final String PAGE = """
            select k.*, (select max(v.revision) from contract v where v.root_id = k.root_id) as latest, o.name as opportunity, c.name as customer,
                   concat_ws(E'\\n', c.address, c.city, c.country) as customer_address, n.name as contact, n.email as contact_email,
                   l.name as price_list, w.name as owner, w.email as owner_email, t.name as team, s.name as signatory,
                   q.number || case q.revision when 1 then '' else '/' || q.revision end as quote,
                   (select r.renewal_id from contract r where r.root_id = k.root_id and r.renewal_id is not null
                    order by r.id = k.id desc, r.revision desc limit 1) as renewed_by
            from contract k join customer c on c.id = k.customer_id left join opportunity o on o.id = k.opportunity_id
            left join contact n on n.id = k.contact_id left join price_list l on l.id = k.price_list_id
            left join person w on w.id = k.owner_id left join team t on t.id = k.team_id left join person s on s.id = k.signatory_id
            left join quote q on q.id = k.quote_id
            where k.id = :id and %s""";

    private final JdbcClient database;

    ContractPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<ContractPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(ContractList.NOUN);
        return database.sql(PAGE.formatted(scope.sql("k")))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional();
    }

    private static ContractPage read(ResultSet row) throws SQLException {
        return new ContractPage(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("revision"),
                row.getLong("root_id"),
                row.getInt("latest"),
                row.getString("name"),
                (Long) row.getObject("quote_id"),
                row.getString("quote"),
                (Long) row.getObject("opportunity_id"),
                row.getString("opportunity"),
                row.getLong("customer_id"),
                row.getString("customer"),
                row.getString("customer_address"),
                (Long) row.getObject("contact_id"),
                row.getString("contact"),
                row.getString("contact_email"),
                row.getString("language"),
                row.getString("currency"),
                (Long) row.getObject("price_list_id"),
                row.getString("price_list"),
                row.getBoolean("gross"),
                row.getObject("dated_on", LocalDate.class),
                new ContractPage.Period(
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        (Integer) row.getObject("notice_days"),
                        Renewal.valueOf(row.getString("renewal")),
                        (Integer) row.getObject("renewal_months"),
                        row.getInt("remind_days"),
                        row.getObject("effective_on", LocalDate.class)),
                WholeDiscount.Kind.valueOf(row.getString("discount_kind")),
                row.getBigDecimal("discount_value"),
                row.getString("introduction"),
                row.getString("terms"),
                row.getString("note"),
                new ContractPage.Signature(
                        (Long) row.getObject("signatory_id"),
                        row.getString("signatory"),
                        row.getString("their_signatory"),
                        row.getString("their_role"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("terminated_on", LocalDate.class),
                        row.getString("end_reason")),
                ContractState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("discount_percent"),
                row.getBigDecimal("net"),
                row.getBigDecimal("total"),
                row.getBigDecimal("base_net"),
                (Long) row.getObject("renewed_by"),
                row.getString("winning"),
                (Long) row.getObject("approval_case_id"),
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getString("owner_email"),
                row.getString("team"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
