package org.triviumcrm.customer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** For what modules say of one customer. */
@Component
public class VisibleCustomers {

    private final JdbcClient database;

    VisibleCustomers(JdbcClient database) {
        this.database = database;
    }

    public boolean sees(Viewer viewer, long customerId) {
        Scope scope = viewer.scope("customer");
        return database.sql("select exists (select 1 from customer c where c.id = :id and " + scope.sql("c") + ")")
                .param("id", customerId)
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    /** @throws NotFound when the viewer does not see the customer */
    public void require(Viewer viewer, long customerId) {
        if (!sees(viewer, customerId)) {
            throw new NotFound();
        }
    }
}
