package org.triviumcrm.support.chat;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who visitors are, as far as anything is known. */
@Repository
class ChatVisitorRepository {

    private final JdbcClient database;

    ChatVisitorRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param email as the visitor says, which nobody has checked */
    record Visitor(
            @Nullable String name,
            @Nullable String email,
            @Nullable Long contactId,
            @Nullable Long customerId) {}

    Visitor of(long chatId) {
        return database.sql(
                        "select visitor_name as name, visitor_email as email, contact_id, customer_id from chat where id = ?")
                .param(chatId)
                .query(Visitor.class)
                .single();
    }

    /** The contact with this address, else the customer; the first of several. */
    Visitor known(@Nullable String name, String email) {
        return database.sql("""
                        select :name as name, :email as email, w.contact_id, w.customer_id from (select 1) one left join lateral (
                            select * from (
                                (select 1 as rank, k.id as contact_id, k.customer_id from contact k
                                  where lower(k.email) collate "C" = lower(:email) order by k.id limit 1)
                                union all
                                (select 2, null, c.id from customer c where lower(c.email) collate "C" = lower(:email) order by c.id limit 1)) w
                            order by rank limit 1) w on true""")
                .param("name", name, Types.VARCHAR)
                .param("email", email)
                .query(Visitor.class)
                .single();
    }
}
