package org.triviumcrm.sales;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow in sales. */
@Component
class SalesPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of(
                "sales.opportunity.view",
                "sales.opportunity.create",
                "sales.opportunity.edit",
                "sales.opportunity.close",
                "sales.opportunity.suspend",
                "sales.opportunity.terminate",
                "sales.opportunity.archive",
                "sales.opportunity.purge",
                "sales.opportunity.transfer",
                "sales.opportunity.share",
                "sales.opportunity.delete",
                "sales.opportunity.export",
                "sales.quote.view",
                "sales.quote.create",
                "sales.quote.edit",
                "sales.quote.send",
                "sales.quote.delete",
                "sales.quote.transfer",
                "sales.quote.export",
                "sales.number.manage",
                "sales.contract.view",
                "sales.contract.create",
                "sales.contract.edit",
                "sales.contract.send",
                "sales.contract.sign",
                "sales.contract.terminate",
                "sales.contract.delete",
                "sales.contract.transfer",
                "sales.contract.export",
                "sales.contract.manage",
                "sales.receivable.view",
                "sales.receivable.edit",
                "sales.receivable.remind",
                "sales.receivable.export",
                "sales.template.manage",
                "sales.product.view",
                "sales.product.manage",
                "sales.cost.view",
                "sales.cost.manage",
                "sales.pipeline.manage",
                "sales.competitor.manage",
                "sales.positioning.view",
                "sales.positioning.edit",
                "sales.assignment.manage",
                "sales.pool.claim",
                "sales.pool.manage",
                "sales.territory.manage",
                "sales.attribution.edit",
                "sales.funnel.view",
                "sales.forecast.submit",
                "sales.forecast.adjust",
                "sales.target.manage");
    }

    @Override
    public List<String> recordTypes() {
        return List.of("opportunity", "quote", "contract");
    }
}
