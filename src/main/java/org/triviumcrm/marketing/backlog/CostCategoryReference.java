package org.triviumcrm.marketing.backlog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.shared.exchange.TableColumns;

/** Categories of cost that a file names. */
@Component
class CostCategoryReference extends TermReference {

    static final String KEY = "cost-category";

    CostCategoryReference(JdbcClient database, TableColumns columns) {
        super(database, columns, KEY, TermKind.COST_CATEGORY);
    }
}
