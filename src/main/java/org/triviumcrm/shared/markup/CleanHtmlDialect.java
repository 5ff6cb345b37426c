package org.triviumcrm.shared.markup;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code clean:html="${...}"} shows {@link CleanHtml} and refuses everything else, so that no page can show what was not cleaned. */
@Component
class CleanHtmlDialect extends AbstractProcessorDialect {

    private static final int PRECEDENCE = 1400;

    CleanHtmlDialect() {
        super("Clean HTML", "clean", PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Attribute(prefix));
    }

    private static final class Attribute extends AbstractAttributeTagProcessor {

        @SuppressWarnings("NullAway") // any element
        Attribute(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "html", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                IElementTagStructureHandler structure) {
            Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
            if (!(value instanceof CleanHtml html)) {
                throw new IllegalArgumentException(expression + " is no HTML that was cleaned");
            }
            structure.setBody(html.markup(), false);
        }
    }
}
