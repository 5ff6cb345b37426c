package org.triviumcrm.support.macro;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.support.ticket.TicketList;

/** Uses a macro in many tickets at once. What it says leaves, so it can't be taken back. */
@Component
@Order(1)
class MacroAction implements BulkAction<ApplyToMany> {

    /** Each ticket is a conversation of its own, with promises to reckon. */
    private static final int STEP = 50;

    private final MacroUseService macros;

    MacroAction(MacroUseService macros) {
        this.macros = macros;
    }

    @Override
    public String key() {
        return "macro";
    }

    @Override
    public String noun() {
        return TicketList.NOUN;
    }

    @Override
    public String permission() {
        return "support.ticket.reply";
    }

    @Override
    public String label() {
        return "support.macro.apply";
    }

    @Override
    public String icon() {
        return "bolt";
    }

    @Override
    public Class<ApplyToMany> input() {
        return ApplyToMany.class;
    }

    @Override
    public String template() {
        return "support/macro/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new ApplyToMany(null);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        List<Option> options = macros.forMany(viewer, MacroLanguage.of(LocaleContextHolder.getLocale())).stream()
                .map(macro -> new Option(macro.id(), macro.name()))
                .toList();
        return Map.of("macros", options);
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public void check(Viewer viewer, ApplyToMany input) {
        macros.forMany(viewer, id(input));
    }

    @Override
    public @Nullable String target(ApplyToMany input) {
        return null;
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, ApplyToMany input) {
        return macros.applyToMany(batch.viewer(), batch.ids(), id(input));
    }

    @Override
    public int step() {
        return STEP;
    }

    private static long id(ApplyToMany input) {
        return Objects.requireNonNull(input.macroId());
    }
}
