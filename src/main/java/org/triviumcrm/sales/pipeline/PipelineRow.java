package org.triviumcrm.sales.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline among the others, with its stages in order. */
record PipelineRow(Pipeline pipeline, @Nullable String team, List<Stage> stages) {}
