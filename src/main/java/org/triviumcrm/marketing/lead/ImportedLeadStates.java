package org.triviumcrm.marketing.lead;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ConstantReference;

/** The states of leads as files name them. */
@Component
class ImportedLeadStates extends ConstantReference<LeadState> {

    static final String KEY = "lead-state";

    private static final Map<LeadState, List<String>> WORDS = Map.of(
            LeadState.NEW, List.of("new", "open", "新线索", "新", "未处理"),
            LeadState.WORKING, List.of("working", "in progress", "contacted", "跟进中", "已联系"),
            LeadState.QUALIFIED, List.of("qualified", "converted", "已转化", "合格"),
            LeadState.DISQUALIFIED, List.of("disqualified", "unqualified", "无效", "不合格"));

    ImportedLeadStates(MessageSource messages) {
        super(KEY, LeadState.class, WORDS, "marketing.lead.state.", messages);
    }

    static LeadState of(long id) {
        return constant(LeadState.class, id);
    }
}
