global using LaneVector = System.Runtime.Intrinsics.Vector512<double>;
