package org.triviumcrm.support.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** What macros say, where there is no ticket: in talks. What they change does not happen there. */
@Service
public class MacroTextService {

    /** @param text with everything filled in */
    public record Prepared(long id, String name, String text) {}

    private final MacroRepository macros;
    private final MacroReadRepository readings;
    private final MessageSource texts;

    MacroTextService(MacroRepository macros, MacroReadRepository readings, MessageSource texts) {
        this.macros = macros;
        this.readings = readings;
        this.texts = texts;
    }

    /**
     * Those for a queue that say something to a customer.
     *
     * @param requester who is talked to; null when nobody knows
     */
    @CanUseMacros
    @Transactional(readOnly = true)
    public List<Prepared> prepared(
            Viewer viewer, long queueId, MacroLanguage language, @Nullable String requester, int limit) {
        Map<Placeholder, String> values = Map.of(
                Placeholder.AGENT,
                viewer.name(),
                Placeholder.REQUESTER,
                Objects.requireNonNullElseGet(requester, () -> blank("requester", language)),
                Placeholder.CUSTOMER,
                blank("customer", language),
                Placeholder.PRODUCT,
                blank("product", language),
                Placeholder.NUMBER,
                "",
                Placeholder.SUBJECT,
                "");
        List<Long> ids = readings.usable(viewer.personId(), queueId, null, language, limit).stream()
                .filter(row -> !row.note() && row.beginning() != null)
                .map(MacroRow::id)
                .toList();
        List<Prepared> prepared = new ArrayList<>();
        for (Macro macro : macros.findAllById(ids)) {
            String text = macro.text(language);
            if (text != null) {
                prepared.add(new Prepared(macro.getId(), macro.getName(), MacroText.fill(text, values)));
            }
        }
        prepared.sort((one, other) -> ids.indexOf(one.id()) - ids.indexOf(other.id()));
        return prepared;
    }

    private String blank(String what, MacroLanguage language) {
        return texts.getMessage("support.macro.blank." + what, null, language.locale());
    }
}
