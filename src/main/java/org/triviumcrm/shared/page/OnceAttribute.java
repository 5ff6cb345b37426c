package org.triviumcrm.shared.page;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code kit:once="~{layout/navigation :: places}"} becomes that fragment, which is drawn once for each value of {@code kit:for}, for each
 * language, and kept. What it shows must follow from these alone: no token, nothing of a person or a record. Drawn anew for each page while
 * templates are not kept either, as in development.
 */
final class OnceAttribute extends AbstractAttributeTagProcessor {

    private static final int PRECEDENCE = 1400;
    private static final int KEPT = 200;
    private static final String FOR = "kit:for";

    private final ObjectProvider<ITemplateEngine> engine;
    private final Map<List<@Nullable Object>, String> kept = Collections.synchronizedMap(new LatestUsed());

    @SuppressWarnings("NullAway") // any element
    OnceAttribute(String prefix, ObjectProvider<ITemplateEngine> engine) {
        super(TemplateMode.HTML, prefix, null, false, "once", true, PRECEDENCE, true);
        this.engine = engine;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String fragment,
            IElementTagStructureHandler structure) {
        Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, tag.getAttributeValue(FOR))
                .execute(context);
        List<@Nullable Object> key = Arrays.asList(fragment, context.getLocale(), value);
        String markup = kept.get(key);
        if (markup == null) {
            markup = drawn(context, fragment);
            if (context.getTemplateData().getValidity().isCacheable()) {
                kept.put(key, markup);
            }
        }
        structure.replaceWith(markup, false);
    }

    private String drawn(ITemplateContext context, String fragment) {
        String[] parts = fragment.substring(2, fragment.length() - 1).split("::");
        return engine.getObject()
                .process(
                        new TemplateSpec(parts[0].strip(), Set.of(parts[1].strip()), TemplateMode.HTML, null), context);
    }

    /** As many as there are roles and places in use, not as many as somebody can think of. */
    private static final class LatestUsed extends LinkedHashMap<List<@Nullable Object>, String> {

        private static final long serialVersionUID = 1;

        private LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<@Nullable Object>, String> eldest) {
            return size() > KEPT;
        }
    }
}
