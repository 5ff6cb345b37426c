package org.triviumcrm.marketing.lead;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportReference;

/**
 * The states of leads as files name them. Each has its place in {@link LeadState}, from 1, for an id; what is called otherwise, such
 * as "converted: 1", is asked once.
 */
@Component
class ImportedLeadStates implements ImportReference {

    static final String KEY = "lead-state";

    private static final Map<LeadState, List<String>> WORDS = Map.of(
            LeadState.NEW, List.of("new", "open", "新线索", "新", "未处理"),
            LeadState.WORKING, List.of("working", "in progress", "contacted", "跟进中", "已联系"),
            LeadState.QUALIFIED, List.of("qualified", "converted", "已转化", "合格"),
            LeadState.DISQUALIFIED, List.of("disqualified", "unqualified", "无效", "不合格"));

    private final MessageSource messages;

    ImportedLeadStates(MessageSource messages) {
        this.messages = messages;
    }

    static LeadState of(long id) {
        return LeadState.values()[(int) id - 1];
    }

    private static long id(LeadState state) {
        return state.ordinal() + 1L;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Long> find(Collection<String> texts, ImportContext context) {
        Map<String, Long> found = new HashMap<>();
        for (String text : texts) {
            WORDS.forEach((state, words) -> {
                if (words.contains(text.strip().toLowerCase(Locale.ROOT))) {
                    found.put(text, id(state));
                }
            });
        }
        return found;
    }

    @Override
    public List<Named> similar(String text, ImportContext context) {
        return List.of();
    }

    /** All of them, whatever is typed, in the language of the page that asks. */
    @Override
    public List<Named> choices(String typed, ImportContext context) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(LeadState.values())
                .map(state -> new Named(id(state), messages.getMessage("marketing.lead.state." + state, null, locale)))
                .toList();
    }
}
