package org.triviumcrm.support.portal;

import static org.triviumcrm.shared.list.ColumnType.EMAIL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of accounts of the portal shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class PortalAccountList {

    static final String NOUN = "portal_account";

    private static final String MANAGE = "support.portal.manage";

    @Bean
    ListDefinition portalAccounts() {
        return ListDefinition.of(NOUN, PortalAccountController.PATH)
                .messages("support.portal")
                .permissions(MANAGE, MANAGE)
                .from("portal_account", "a")
                .seenBy(PortalAccountScope::of)
                .join("left join customer c on c.id = a.customer_id")
                .column(ListColumn.link("name", "a.name", "a.id", PortalAccountController.PATH + "/{id}")
                        .sortableNotNull("a.name")
                        .filterable()
                        .containing("a.search_pieces")
                        .shown())
                .column(ListColumn.of("email", EMAIL, "a.email").shown())
                .column(ListColumn.link("customer", "c.name", "a.customer_id", "/customers/{id}")
                        .filterable("a.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.choice("state", "a.state", Choices.of(AccountState.class, "support.portal.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.of("seesAll", YES_NO, "a.whole_customer").shown())
                .column(ListColumn.of("lastSignIn", INSTANT, "a.last_sign_in_at")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("invitedAt", INSTANT, "a.invited_at")
                        .sortableNotNull("a.invited_at")
                        .filterable()
                        .shown())
                .sortedBy("-invitedAt")
                .build();
    }
}
