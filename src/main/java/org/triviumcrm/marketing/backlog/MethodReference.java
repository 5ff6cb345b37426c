package org.triviumcrm.marketing.backlog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.shared.exchange.TableColumns;

/** Methods that a file names. */
@Component
class MethodReference extends TermReference {

    static final String KEY = "campaign-method";

    MethodReference(JdbcClient database, TableColumns columns) {
        super(database, columns, KEY, TermKind.METHOD);
    }
}
