package org.triviumcrm.testing;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts as signing leaves them behind, for tests of what follows from them. */
public final class SignedContracts {

    private SignedContracts() {}

    /**
     * Signed for an opportunity, whose customer, owner and currency it has.
     *
     * @param gain what it brings in the company's currency
     * @return its id
     */
    public static long first(JdbcClient database, long opportunity, LocalDate on, String gain) {
        return insert(database, opportunity, 0, on, gain);
    }

    /**
     * An amendment of one.
     *
     * @param gain the difference to what held before
     */
    public static long amendment(JdbcClient database, long root, long opportunity, LocalDate on, String gain) {
        return insert(database, opportunity, root, on, gain);
    }

    /**
     * Signed with a customer, line by line, in the company's currency.
     *
     * @param root the contract that it amends; 0 for a first one
     * @param opportunity that it is for; null for none
     * @param nets of each product
     * @return its id
     */
    public static long of(
            JdbcClient database,
            long customer,
            long owner,
            long root,
            @Nullable Long opportunity,
            LocalDate on,
            Map<Long, String> nets) {
        String before = database.sql("select coalesce(current_setting('trivium.passage', true), '')")
                .query(String.class)
                .single();
        pass(database, "TEST");
        BigDecimal net = nets.values().stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        long id = database.sql("""
                        insert into contract (id, number, revision, root_id, name, opportunity_id, customer_id, language, currency, gross, dated_on, starts_on,
                            effective_on, renewal, remind_days, discount_kind, discount_value, net, base_net, state, state_since, owner_id, created_at, updated_at)
                        select n.id, coalesce(r.number, 'K-' || n.id), coalesce(r.revision, 0) + 1, :root, 'Contract', :opportunity, :customer, 'en', y.currency,
                            false, :on, :on, case when r.id is not null then :on::date end, 'NONE', 30, 'PERCENT', 0, :net, :net, 'DRAFT', now(), :owner, now(), now()
                        from (select nextval('contract_seq') as id) n cross join company y
                        left join lateral (select k.id, k.number, k.revision from contract k where k.root_id = :root order by k.revision desc limit 1) r on true
                        returning id""")
                .param("root", root)
                .param("opportunity", opportunity, Types.BIGINT)
                .param("customer", customer)
                .param("on", on)
                .param("net", net)
                .param("owner", owner)
                .query(Long.class)
                .single();
        int position = 0;
        for (Map.Entry<Long, String> line : nets.entrySet()) {
            database.sql("""
                            insert into contract_line (contract_id, position, kind, product_id, words, quantity, price, net)
                            values (:id, :position, 'ITEM', :product, 'Line', 1, :net, :net)""")
                    .param("id", id)
                    .param("position", ++position)
                    .param("product", line.getKey())
                    .param("net", new BigDecimal(line.getValue()))
                    .update();
        }
        database.sql("update contract set state = 'RELEASED', released_at = now() where id = ?")
                .param(id)
                .update();
        database.sql("""
                        update contract k set state = 'SIGNED', signed_on = k.dated_on, base_gain = k.base_net - coalesce((
                            select b.base_net from contract b where b.root_id = k.root_id and b.revision = k.revision - 1 and b.id <> k.id), 0)
                        where k.id = ?""").param(id).update();
        pass(database, before);
        return id;
    }

    private static long insert(JdbcClient database, long opportunity, long root, LocalDate on, String gain) {
        String before = database.sql("select coalesce(current_setting('trivium.passage', true), '')")
                .query(String.class)
                .single();
        pass(database, "TEST");
        long id = database.sql("""
                        insert into contract (id, number, revision, root_id, name, opportunity_id, customer_id, language, currency, gross, dated_on, starts_on,
                            effective_on, renewal, remind_days, discount_kind, discount_value, net, base_net, state, state_since, released_at, signed_on,
                            base_gain, owner_id, team_id, created_at, updated_at)
                        select n.id, coalesce(r.number, 'K-' || n.id), coalesce(r.revision, 0) + 1, :root, 'Contract of ' || o.name, o.id, o.customer_id, 'en',
                            o.currency, false, :on, :on, case when r.id is not null then :on::date end, 'NONE', 30, 'PERCENT', 0, :gain, :gain, 'SIGNED', now(),
                            now(), :on, :gain, o.owner_id, o.team_id, now(), now()
                        from (select nextval('contract_seq') as id) n cross join opportunity o
                        left join lateral (select k.id, k.number, k.revision from contract k where k.root_id = :root order by k.revision desc limit 1) r on true
                        where o.id = :opportunity returning id""")
                .param("root", root)
                .param("on", on)
                .param("gain", new BigDecimal(gain))
                .param("opportunity", opportunity)
                .query(Long.class)
                .single();
        pass(database, before);
        return id;
    }

    private static void pass(JdbcClient database, String passage) {
        database.sql("select set_config('trivium.passage', ?, true)")
                .param(passage)
                .query(String.class)
                .single();
    }
}
