package org.triviumcrm.support.rule;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** What holds for all tickets. */
@Service
public class TicketRuleService {

    private final TicketRuleRepository rules;

    TicketRuleService(TicketRuleRepository rules) {
        this.rules = rules;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public SaveTicketRules rules(Viewer viewer) {
        return rules.read();
    }

    @CanSetTicketRules
    @Transactional
    public void change(Viewer viewer, SaveTicketRules input) {
        rules.write(input);
    }
}
