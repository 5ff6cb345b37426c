package org.triviumcrm.sales.pipeline;

import java.util.List;

/**
 * A pipeline among the others, with its stages in order.
 *
 * @param teams the names of the teams it is for; everybody when empty
 * @param usualOf the names of the teams whose new opportunities begin in it
 */
record PipelineRow(Pipeline pipeline, List<String> teams, List<String> usualOf, List<Stage> stages) {}
