package dev.inverterflow.local.warehouse;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one {@link Warehouse}, started once for all classes and emptied before each test. */
final class WarehouseExtension implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        warehouse(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Warehouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return warehouse(context);
    }

    private static Warehouse warehouse(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(WarehouseExtension.class))
                .getOrComputeIfAbsent(Warehouse.class, type -> start(), Warehouse.class);
    }

    private static Warehouse start() {
        try {
            return Warehouse.start();
        } catch (Exception e) {
            throw new IllegalStateException("the local stack did not start", e);
        }
    }
}
